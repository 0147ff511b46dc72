import { holds, type Policy } from '#libs/platform/access';
import type { Paper } from '../model/paper.js';

const STAFF = ['officer', 'director'] as const;

/** Who may do what with a binding paper and its files. */
export const paperPolicy: Policy<'see' | 'manage' | 'change', Paper> = {
  see: {
    sentence:
      'A published paper is for everybody; another one for the staff of its organiser and co-organiser, the organisation whose paper it is too, and the roles it names.',
    allows: (actor, paper) =>
      paper.isPublic ||
      holds(actor, STAFF, paper.organiserId) ||
      (!!paper.coOrganiserId && holds(actor, STAFF, paper.coOrganiserId)) ||
      (!!paper.organisationId && holds(actor, ['applicant'], paper.organisationId)) ||
      holds(actor, paper.readers, paper.scopeId),
  },
  manage: {
    sentence: 'Officer and director of the organiser see how a paper is signed and registered.',
    allows: (actor, { organiserId }) => holds(actor, STAFF, organiserId),
    refusal: 'documents.staff-only',
  },
  change: {
    sentence: 'The officer of the organiser adds signatures and numbers and withdraws files.',
    allows: (actor, { organiserId }) => holds(actor, ['officer'], organiserId),
    refusal: 'documents.officer-only',
  },
};
