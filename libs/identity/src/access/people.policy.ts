import { holds, type Policy } from '#libs/platform/access';

/** Who manages people and their powers. The commission is appointed by an order, in the lib evaluation. */
export const peoplePolicy: Policy<'see' | 'grant' | 'end' | 'disable' | 'merge', null> = {
  see: {
    sentence: 'Адміністратор бачить людей та їхні повноваження',
    allows: (actor) => holds(actor, ['administrator']),
  },
  grant: {
    sentence: 'Адміністратор запрошує працівників органів і надає їм повноваження',
    allows: (actor) => holds(actor, ['administrator']),
  },
  disable: {
    sentence: 'Адміністратор закриває обліковий запис іншої людини та відкриває його знову',
    allows: (actor) => holds(actor, ['administrator']),
  },
  merge: {
    sentence: 'Адміністратор об’єднує дві картки однієї організації та шукає два облікові записи однієї людини',
    allows: (actor) => holds(actor, ['administrator']),
  },
  end: {
    sentence: 'Адміністратор припиняє повноваження із зазначенням причини',
    allows: (actor) => holds(actor, ['administrator']),
  },
};
