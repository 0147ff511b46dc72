import { newId, type Tx } from '#libs/platform/database';
import { hashToken, newToken } from '../model/secret-token.js';
import { DEVICE_LENGTH_MAX, SESSION_MAX_HOURS, hoursAfter } from '../model/session-limits.js';

/** Starts a session; returns its secret for the cookie. `device` is what the browser calls itself. */
export async function startSession(tx: Tx, personId: string, device = ''): Promise<string> {
  const token = newToken();
  const realNow = new Date();
  await tx.change(
    `insert into identity.session (id, token_hash, person_id, created_at, seen_at, expires_at, device)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [
      newId(),
      hashToken(token),
      personId,
      realNow,
      hoursAfter(realNow, SESSION_MAX_HOURS),
      device.slice(0, DEVICE_LENGTH_MAX),
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
