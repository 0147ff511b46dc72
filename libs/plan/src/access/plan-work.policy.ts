import { holds, type Policy } from '#libs/platform/access';

/** Whose plan it is. */
interface Owned {
  organiserId: string;
}

/** Who may do what for the execution of a plan. */
export const planWorkPolicy: Policy<'see' | 'work', Owned> = {
  see: {
    sentence: 'The officer and the director of the authority see how its plan is carried out and by whom.',
    allows: (actor, { organiserId }) => actor.kind === 'system' || holds(actor, ['officer', 'director'], organiserId),
  },
  work: {
    sentence: 'The officer of the authority names bodies, writes down consents, evidence and answers.',
    allows: (actor, { organiserId }) => actor.kind === 'system' || holds(actor, ['officer'], organiserId),
    refusal: 'plan.officer-only',
  },
};
