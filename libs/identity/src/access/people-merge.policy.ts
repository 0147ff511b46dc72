import { holds, type Policy } from '#libs/platform/access';

/** Two accounts to become one: which, who asked, and the authority whose officer or director may confirm. */
export interface PeopleMergeSubject {
  /** The account to be closed, and the one that stays. */
  personId: string;
  intoId: string;
  askedBy: string | null;
  /** Null where an administrator’s account is at stake: nobody but another administrator gives it away. */
  organiserId: string | null;
}

const isOwn = (actor: { personId: string | null }, { personId, intoId }: PeopleMergeSubject): boolean =>
  actor.personId === personId || actor.personId === intoId;

/** Powers pass to another account by two people, neither of whom owns one of the two. */
export const peopleMergePolicy: Policy<'see' | 'ask' | 'confirm' | 'refuse', PeopleMergeSubject> = {
  see: {
    sentence:
      'Запит на об’єднання облікових записів бачить адміністратор, а також відповідальний працівник і керівник органу, який має його підтвердити',
    allows: (actor, merge) =>
      holds(actor, ['administrator']) ||
      (merge.organiserId !== null && holds(actor, ['officer', 'director'], merge.organiserId)),
  },
  ask: {
    sentence: 'Адміністратор просить об’єднати два облікові записи однієї людини, але не власний',
    allows: (actor, merge) => holds(actor, ['administrator']) && !isOwn(actor, merge),
    refusal: 'identity.merge-own',
  },
  confirm: {
    sentence:
      'Об’єднання підтверджує інша людина, ніж та, що просила: адміністратор, відповідальний працівник або керівник органу',
    allows: (actor, merge) => actor.personId !== merge.askedBy && !isOwn(actor, merge),
    refusal: 'identity.merge-two-people',
  },
  refuse: {
    sentence: 'Запит на об’єднання відхиляє або відкликає кожен, хто його бачить, крім власників цих записів',
    allows: (actor, merge) => !isOwn(actor, merge),
    refusal: 'identity.merge-two-people',
  },
};
