import { holds, type Policy } from '#libs/platform/access';

/** Who keeps the list of authorities that run competitions. */
export const organiserPolicy: Policy<'see' | 'create', null> = {
  see: {
    sentence: 'Адміністратор бачить перелік органів, що проводять конкурси',
    allows: (actor) => holds(actor, ['administrator']),
  },
  create: {
    sentence: 'Адміністратор додає орган, що проводить конкурси',
    allows: (actor) => holds(actor, ['administrator']),
  },
};
