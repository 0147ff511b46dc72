import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { SESSION_STATES, type SessionState } from './session.js';

export type SessionAction = 'open' | 'vote' | 'note' | 'close' | 'sign' | 'cancel';

/** What the guards look at; an action gives what its guards need. */
export interface SessionSubject {
  presentCount?: number;
  quorumNeeded?: number;
  /** Ballots that those in the room still owe. */
  ballotsMissing?: number;
}

const LEADERS = ['commission-chair', 'commission-secretary'] as const;
const MEMBERS = [...LEADERS, 'commission-member'] as const;

const quorumIsThere: Guard<SessionSubject> = ({ presentCount = 0, quorumNeeded = 0 }) =>
  presentCount < quorumNeeded ? 'sessions.no-quorum' : null;
const everybodyVoted: Guard<SessionSubject> = ({ ballotsMissing = 0 }) =>
  ballotsMissing > 0 ? 'sessions.ballots-missing' : null;

/** A decision takes effect only with signed minutes (rule 52). */
export const sessionLifecycle = new Lifecycle<SessionState, SessionAction, SessionSubject>('sessions', SESSION_STATES, [
  { action: 'open', from: ['planned'], to: 'open', who: LEADERS, guards: [quorumIsThere] },
  { action: 'cancel', from: ['planned'], to: 'cancelled', who: [...LEADERS, 'officer'] },
  { action: 'vote', from: ['open'], to: 'open', who: MEMBERS },
  { action: 'note', from: ['open'], to: 'open', who: LEADERS },
  { action: 'close', from: ['open'], to: 'closed', who: LEADERS, guards: [everybodyVoted] },
  { action: 'sign', from: ['closed'], to: 'signed', who: LEADERS },
]);
