import { holds, type Policy } from '#libs/platform/access';
import type { SessionRow } from '../model/session.js';

export const COMMISSION = ['commission-chair', 'commission-secretary', 'commission-member'] as const;
export const LEADERS = ['commission-chair', 'commission-secretary'] as const;
const STAFF = ['officer', 'director'] as const;

/** Who may do what with a session. */
export const sessionPolicy: Policy<'see' | 'lead' | 'cancel' | 'vote', SessionRow> = {
  see: {
    sentence: 'Members of the body, and the officer and director of its organiser, see a session.',
    allows: (actor, session) => holds(actor, COMMISSION, session.scopeId) || holds(actor, STAFF, session.organiserId),
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
