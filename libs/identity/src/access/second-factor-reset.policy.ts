import { holds, type Policy } from '#libs/platform/access';

/** A second factor to be reset: whose, who asked, and the authority whose officer or director may confirm. */
export interface ResetSubject {
  personId: string;
  askedBy: string | null;
  /** Null for the account of an administrator, and wherever another administrator is to confirm. */
  organiserId: string | null;
}

/** A lost telephone: two people look that it is truly their colleague who asks. Neither is that colleague. */
export const secondFactorResetPolicy: Policy<'see' | 'ask' | 'confirm' | 'refuse', ResetSubject> = {
  see: {
    sentence:
      'Запит на скидання другого фактора бачить адміністратор, а також відповідальний працівник і керівник органу, який має його підтвердити',
    allows: (actor, reset) =>
      holds(actor, ['administrator']) ||
      (reset.organiserId !== null && holds(actor, ['officer', 'director'], reset.organiserId)),
  },
  ask: {
    sentence: 'Адміністратор просить скинути другий фактор іншої людини',
    allows: (actor, reset) => holds(actor, ['administrator']) && actor.personId !== reset.personId,
    refusal: 'identity.reset-own',
  },
  confirm: {
    sentence:
      'Скидання підтверджує інша людина, ніж та, що просила: адміністратор, відповідальний працівник або керівник органу',
    allows: (actor, reset) => actor.personId !== reset.askedBy && actor.personId !== reset.personId,
    refusal: 'identity.reset-two-people',
  },
  refuse: {
    sentence: 'Запит на скидання відхиляє або відкликає кожен, хто його бачить',
    allows: () => true,
  },
};
