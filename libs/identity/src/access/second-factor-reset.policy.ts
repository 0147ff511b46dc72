import { holds, type Policy } from '#libs/platform/access';

/** A second factor to be reset: whose, who asked, and the authorities where that person is staff. */
export interface ResetSubject {
  personId: string;
  askedBy: string | null;
  organiserIds: string[];
}

/** A lost telephone: two people look that it is truly their colleague who asks. Neither is that colleague. */
export const secondFactorResetPolicy: Policy<'see' | 'ask' | 'confirm', ResetSubject> = {
  see: {
    sentence: 'Адміністратор, а для працівника органу й керівник цього органу бачить запит на скидання другого фактора',
    allows: (actor, reset) =>
      holds(actor, ['administrator']) || reset.organiserIds.some((id) => holds(actor, ['director'], id)),
  },
  ask: {
    sentence: 'Адміністратор просить скинути другий фактор іншої людини',
    allows: (actor, reset) => holds(actor, ['administrator']) && actor.personId !== reset.personId,
    refusal: 'identity.reset-own',
  },
  confirm: {
    sentence: 'Скидання підтверджує інша людина, ніж та, що просила: адміністратор або керівник органу',
    allows: (actor, reset) => actor.personId !== reset.askedBy && actor.personId !== reset.personId,
    refusal: 'identity.reset-two-people',
  },
};
