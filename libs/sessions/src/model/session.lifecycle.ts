import { Lifecycle } from '#libs/platform/lifecycle';
import type { SessionState } from './session.js';

export type SessionAction = 'open' | 'vote' | 'close' | 'sign';

export interface SessionSubject {
  presentCount: number;
  quorumNeeded: number;
  /** Ballots that present members still owe. */
  ballotsMissing: number;
  signaturesMissing: number;
}

const LEADERS = ['commission-chair', 'commission-secretary'] as const;
const MEMBERS = [...LEADERS, 'commission-member'] as const;

const quorumIsThere = (s: SessionSubject) => (s.presentCount < s.quorumNeeded ? 'sessions.no-quorum' : null);
const everybodyVoted = (s: SessionSubject) => (s.ballotsMissing > 0 ? 'sessions.ballots-missing' : null);

/** A decision takes effect only with signed minutes (rule 52). */
export const sessionLifecycle = new Lifecycle<SessionState, SessionAction, SessionSubject>(
  'sessions',
  ['planned', 'open', 'closed', 'signed'],
  [
    { action: 'open', from: ['planned'], to: 'open', who: LEADERS, guards: [quorumIsThere] },
    { action: 'vote', from: ['open'], to: 'open', who: MEMBERS },
    { action: 'close', from: ['open'], to: 'closed', who: LEADERS, guards: [everybodyVoted] },
    { action: 'sign', from: ['closed'], to: 'signed', who: LEADERS },
  ],
);
