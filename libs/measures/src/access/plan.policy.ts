import { holds, type Policy } from '#libs/platform/access';

export interface PlanSubject {
  organiserId: string;
}

export const planPolicy: Policy<'see' | 'import', PlanSubject> = {
  see: {
    sentence: 'Затверджений план заходів бачать усі',
    allows: () => true,
  },
  import: {
    sentence: 'План вносить посадова особа свого органу, адміністратор або сама система',
    allows: (actor, { organiserId }) =>
      actor.kind === 'system' || holds(actor, ['officer', 'administrator'], organiserId),
    refusal: 'measures.import-not-allowed',
  },
};
