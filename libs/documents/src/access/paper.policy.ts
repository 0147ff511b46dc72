import { holds, type Actor, type Policy } from '#libs/platform/access';
import type { Paper } from '../model/paper.js';

const STAFF = ['officer', 'director'] as const;

const isStaff = (actor: Actor, { organiserId, coOrganiserId }: Paper): boolean =>
  holds(actor, STAFF, organiserId) || (!!coOrganiserId && holds(actor, STAFF, coOrganiserId));

/** Who may do what with a binding paper and its files. */
export const paperPolicy: Policy<'see' | 'manage' | 'change', Paper> = {
  see: {
    sentence:
      'A published paper is for everybody; another one, unless it is sealed, for the staff of its organiser and co-organiser, the organisation whose paper it is too, and the roles it names.',
    allows: (actor, paper) =>
      paper.isPublic ||
      (!paper.isSealed && isStaff(actor, paper)) ||
      (!!paper.organisationId && holds(actor, ['applicant'], paper.organisationId)) ||
      holds(actor, paper.readers, paper.scopeId),
  },
  manage: {
    sentence: 'Officer and director of the organiser see how a paper is signed and registered.',
    allows: (actor, { organiserId, isOfOrganisation }) => !isOfOrganisation && holds(actor, STAFF, organiserId),
    refusal: 'documents.staff-only',
  },
  change: {
    sentence:
      'The officer of the organiser adds signatures and numbers and withdraws files; to the paper of an organisation its own people add signatures.',
    allows: (actor, { organiserId, isOfOrganisation, organisationId }) =>
      isOfOrganisation
        ? !!organisationId && holds(actor, ['applicant'], organisationId)
        : holds(actor, ['officer'], organiserId),
    refusal: 'documents.officer-only',
  },
};
