import { holds, type Policy } from '#libs/platform/access';

/** A new address for an account: whose, who asked, and the authority whose officer or director may confirm. */
export interface EmailChangeSubject {
  personId: string;
  askedBy: string | null;
  /** Null for the account of an administrator: nobody but another administrator gives it away. */
  organiserId: string | null;
}

/** A lost mailbox: two people look that it is truly their colleague who asks. Neither is that person. */
export const emailChangePolicy: Policy<'see' | 'ask' | 'confirm' | 'refuse', EmailChangeSubject> = {
  see: {
    sentence:
      'Запит на зміну пошти бачить адміністратор, а також відповідальний працівник і керівник органу, який має її підтвердити',
    allows: (actor, change) =>
      holds(actor, ['administrator']) ||
      (change.organiserId !== null && holds(actor, ['officer', 'director'], change.organiserId)),
  },
  ask: {
    sentence: 'Адміністратор просить змінити пошту іншої людини, яка втратила скриньку',
    allows: (actor, change) => holds(actor, ['administrator']) && actor.personId !== change.personId,
    refusal: 'identity.email-change-own',
  },
  confirm: {
    sentence:
      'Зміну пошти підтверджує інша людина, ніж та, що просила: адміністратор, відповідальний працівник або керівник органу',
    allows: (actor, change) => actor.personId !== change.askedBy && actor.personId !== change.personId,
    refusal: 'identity.email-change-two-people',
  },
  refuse: {
    sentence: 'Запит на зміну пошти відхиляє або відкликає кожен, хто його бачить',
    allows: () => true,
  },
};
