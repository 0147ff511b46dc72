import { holds, type Policy } from '#libs/platform/access';

/** Who may do what with the card of an organisation. */
export const organisationPolicy: Policy<'see' | 'invite' | 'edit', { id: string }> = {
  see: {
    sentence: 'Людина, що діє від імені організації, бачить її картку',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  edit: {
    sentence: 'Людина, що діє від імені організації, виправляє її картку; код ЄДРПОУ незмінний',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
  invite: {
    sentence: 'Людина, що діє від імені організації, запрошує колег діяти від її імені',
    allows: (actor, organisation) => holds(actor, ['applicant'], organisation.id),
  },
};
