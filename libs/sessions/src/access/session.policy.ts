import { holds, type Actor, type Policy } from '#libs/platform/access';
import type { SessionRow } from '../model/session.js';

export const COMMISSION = ['commission-chair', 'commission-secretary', 'commission-member'] as const;
export const LEADERS = ['commission-chair', 'commission-secretary'] as const;
const STAFF = ['officer', 'director'] as const;

/** The staff of the authority that decides, and of the second one by a joint order. */
const isStaff = (actor: Actor, { organiserId, coOrganiserId }: SessionRow): boolean =>
  holds(actor, STAFF, organiserId) || (coOrganiserId !== null && holds(actor, STAFF, coOrganiserId));

/** Who may do what with a session. */
export const sessionPolicy: Policy<'see' | 'lead' | 'cancel' | 'vote', SessionRow> = {
  see: {
    sentence: 'Members of the body, and the staff of its organiser and co-organiser, see a session.',
    allows: (actor, session) => holds(actor, COMMISSION, session.scopeId) || isStaff(actor, session),
  },
  lead: {
    sentence: 'The chair and the secretary open, close and sign.',
    allows: (actor, session) => holds(actor, LEADERS, session.scopeId),
    refusal: 'sessions.leaders-only',
  },
  cancel: {
    sentence: 'The officer of the organiser, the chair or the secretary calls off a session that has not begun.',
    allows: (actor, session) =>
      holds(actor, LEADERS, session.scopeId) || holds(actor, ['officer'], session.organiserId),
    refusal: 'sessions.leaders-only',
  },
  vote: {
    sentence: 'Members of the body vote.',
    allows: (actor, session) => holds(actor, COMMISSION, session.scopeId),
    refusal: 'sessions.members-only',
  },
};
