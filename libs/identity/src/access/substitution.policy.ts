import { holds, type Policy } from '#libs/platform/access';

/** Whose power passes, and to whom (null while nobody is chosen). */
export interface SubstitutionSubject {
  holderId: string;
  substituteId: string | null;
}

/** Handing a power over for the days of an absence; the substitute takes nothing and gives nothing on. */
export const substitutionPolicy: Policy<'see' | 'appoint' | 'end', SubstitutionSubject> = {
  see: {
    sentence: 'Заміщення бачать обидві людини, яких воно стосується, та адміністратор',
    allows: (actor, { holderId, substituteId }) =>
      holds(actor, ['administrator']) || actor.personId === holderId || actor.personId === substituteId,
  },
  appoint: {
    sentence: 'Людина передає власні повноваження на час відсутності; за працівника це робить і адміністратор',
    allows: (actor, { holderId }) => holds(actor, ['administrator']) || actor.personId === holderId,
  },
  end: {
    sentence: 'Заміщення достроково припиняє той, чиї повноваження передано, або адміністратор',
    allows: (actor, { holderId }) => holds(actor, ['administrator']) || actor.personId === holderId,
    refusal: 'identity.substitute-cannot-end',
  },
};
