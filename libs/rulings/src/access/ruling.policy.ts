import { worksFor, type RunBy } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { holds, type Policy } from '#libs/platform/access';

/** Who may do what with rulings of courts about a competition. */
export const rulingPolicy: Policy<'see' | 'register' | 'confirm', RunBy> = {
  see: {
    sentence: 'Rulings of courts with their papers are seen by the staff of the organiser and co-organiser.',
    allows: (actor, competition) => worksFor(actor, STAFF_ROLES, competition),
  },
  register: {
    sentence:
      'The officer of the organiser registers a ruling of a court, or takes back what was registered by mistake.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'rulings.officer-only',
  },
  confirm: {
    sentence: 'The director of the organiser confirms a ruling that another person has registered, or gives it back.',
    allows: (actor, { organiserId }) => holds(actor, ['director'], organiserId),
    refusal: 'rulings.director-only',
  },
};
