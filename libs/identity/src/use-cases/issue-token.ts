import { newId, type Tx } from '#libs/platform/database';
import { hashToken, newToken } from '../model/secret-token.js';
import { hoursAfter } from '../model/session-limits.js';

export type TokenPurpose = 'invitation' | 'password-reset' | 'sign-up' | 'email-change';

/** How long a letter with a link works. */
export const TOKEN_HOURS: Readonly<Record<TokenPurpose, number>> = {
  invitation: 7 * 24,
  'password-reset': 1,
  'sign-up': 7 * 24,
  'email-change': 24,
};

/** Makes a link for one use; returns its secret, which goes into a letter and nowhere else. */
export async function issueToken(
  tx: Tx,
  purpose: TokenPurpose,
  whose: { personId?: string; email?: string },
): Promise<string> {
  const token = newToken();
  const realNow = new Date();
  await tx.change(
    `insert into identity.one_time_token (id, token_hash, purpose, person_id, email, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      hashToken(token),
      purpose,
      whose.personId ?? null,
      whose.email ?? null,
      realNow,
      hoursAfter(realNow, TOKEN_HOURS[purpose]),
    ],
  );
  return token;
}
