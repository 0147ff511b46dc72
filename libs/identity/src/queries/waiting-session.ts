import type { Reader } from '#libs/platform/database';
import { hashToken } from '../model/secret-token.js';

export interface WaitingSession {
  id: string;
  personId: string;
  email: string;
}

/** A session after the password and before the code, by the secret of its cookie; it is nobody's anywhere else. */
export async function waitingSession(reader: Reader, token: string | undefined): Promise<WaitingSession | undefined> {
  if (token === undefined) return undefined;
  return reader.one<WaitingSession>(
    `select s.id, s.person_id as "personId", p.email
       from identity.session s join identity.person p on p.id = s.person_id and p.disabled_at is null
      where s.token_hash = $1 and s.awaits_code and s.revoked_at is null and s.expires_at > $2`,
    [hashToken(token), new Date()],
  );
}
