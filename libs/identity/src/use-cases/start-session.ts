import { newId, type Tx } from '#libs/platform/database';
import { CODE_WAIT_MINUTES } from '../model/second-factor.js';
import { hashToken, newToken } from '../model/secret-token.js';
import {
  CONSENT_WAIT_MINUTES,
  DEVICE_LENGTH_MAX,
  SESSION_MAX_HOURS,
  hoursAfter,
  minutesAfter,
} from '../model/session-limits.js';

/** What a browser gets after the password: a session, or one that opens nothing before the code was given. */
export interface Begun {
  /** The secret for the cookie. */
  session: string;
  awaitsCode: boolean;
  /** The personal-data notice has a version to which this person has not agreed yet. */
  awaitsConsent: boolean;
}

/**
 * After a right password or a link from a letter: whoever has a second factor is asked for a code, and then, like
 * everybody, for consent to a new version of the notice.
 */
export async function beginSession(tx: Tx, personId: string, device: string, awaitsConsent: boolean): Promise<Begun> {
  const factor = await tx.one(
    'select 1 from identity.second_factor where person_id = $1 and confirmed_at is not null',
    [personId],
  );
  const awaitsCode = factor !== undefined;
  return {
    session: await startSession(tx, personId, device, { awaitsCode, awaitsConsent }),
    awaitsCode,
    awaitsConsent,
  };
}

type Awaits = Partial<Pick<Begun, 'awaitsCode' | 'awaitsConsent'>>;

/** Starts a session; returns its secret for the cookie. `device` is what the browser calls itself. */
export async function startSession(tx: Tx, personId: string, device = '', awaits: Awaits = {}): Promise<string> {
  const { awaitsCode = false, awaitsConsent = false } = awaits;
  const token = newToken();
  const realNow = new Date();
  const endsAt =
    awaitsCode || awaitsConsent
      ? minutesAfter(realNow, awaitsCode ? CODE_WAIT_MINUTES : CONSENT_WAIT_MINUTES)
      : hoursAfter(realNow, SESSION_MAX_HOURS);
  await tx.change(
    `insert into identity.session (id, token_hash, person_id, created_at, seen_at, expires_at, device, awaits_code,
                                    awaits_consent)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [
      newId(),
      hashToken(token),
      personId,
      realNow,
      endsAt,
      device.slice(0, DEVICE_LENGTH_MAX),
      awaitsCode,
      awaitsConsent,
    ],
  );
  return token;
}

/** Ends one session. */
export function endSession(tx: Tx, sessionId: string, personId: string): Promise<number> {
  return tx.change(
    'update identity.session set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null',
    [sessionId, personId, new Date()],
  );
}

/** Ends every session of a person, but for the one that stays. */
export function endSessions(tx: Tx, personId: string, exceptSessionId: string | null = null): Promise<number> {
  return tx.change(
    `update identity.session set revoked_at = $3
      where person_id = $1 and revoked_at is null and id is distinct from $2`,
    [personId, exceptSessionId, new Date()],
  );
}
