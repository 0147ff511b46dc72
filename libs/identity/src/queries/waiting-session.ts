import type { Reader } from '#libs/platform/database';
import { hashToken } from '../model/secret-token.js';

export interface WaitingSession {
  id: string;
  personId: string;
  email: string;
}

/** A session after the password and before the code, by the secret of its cookie; it is nobody's anywhere else. */
export const waitingSession = (reader: Reader, token: string | undefined) => waiting(reader, token, 'awaits_code');

/** A session after password and code, of somebody who has not agreed to the personal-data notice in force. */
export const sessionThatAwaitsConsent = (reader: Reader, token: string | undefined) =>
  waiting(reader, token, 'not s.awaits_code and s.awaits_consent');

async function waiting(reader: Reader, token: string | undefined, what: string): Promise<WaitingSession | undefined> {
  if (token === undefined) return undefined;
  return reader.one<WaitingSession>(
    `select s.id, s.person_id as "personId", p.email
       from identity.session s join identity.person p on p.id = s.person_id and p.disabled_at is null
      where s.token_hash = $1 and ${what} and s.revoked_at is null and s.expires_at > $2`,
    [hashToken(token), new Date()],
  );
}
