import { holds, type Policy } from '#libs/platform/access';

interface Owned {
  organiserId: string;
}

/** Who may do what with a report on the plan. Everybody reads it once it is signed. */
export const reportPolicy: Policy<'see' | 'write' | 'check' | 'sign', Owned> = {
  see: {
    sentence: 'A report that is not signed is seen by the officer and the director of the authority.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'director'], organiserId),
  },
  write: {
    sentence: 'The officer drafts a report, edits its lines and corrects a signed one by a number.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'plan.officer-only',
  },
  check: {
    sentence: 'Another officer, or the director, checks a report: never the one who drafted it.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'director'], organiserId),
  },
  sign: {
    sentence: 'The director signs a checked report.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'plan.director-only',
  },
};
