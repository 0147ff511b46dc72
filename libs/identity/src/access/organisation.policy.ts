import { holds, scopesOf, type Policy } from '#libs/platform/access';

/** Who may do what with the card of an organisation. */
export const organisationPolicy: Policy<'see' | 'enter' | 'invite' | 'edit' | 'leave' | 'remove', { id: string }> = {
  see: {
    sentence: 'Людина, що діє від імені організації, бачить її картку',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  enter: {
    sentence: 'Відповідальна особа вносить картку організації, що надіслала пропозицію на папері',
    allows: (actor) => scopesOf(actor, ['officer']).length > 0,
  },
  edit: {
    sentence: 'Людина, що діє від імені організації, виправляє її картку; код ЄДРПОУ незмінний',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  invite: {
    sentence: 'Людина, що діє від імені організації, запрошує колег діяти від її імені',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  leave: {
    sentence: 'Людина припиняє власне право діяти від імені організації',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  remove: {
    sentence:
      'Людина, що діє від імені організації, припиняє право колеги; перевірене право – лише той, чиє право теж перевірено',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
};
