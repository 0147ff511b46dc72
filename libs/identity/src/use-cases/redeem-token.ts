import type { Reader, Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { hashToken } from '../model/secret-token.js';
import type { TokenPurpose } from './issue-token.js';

export type LinkState = 'valid' | 'used' | 'expired' | 'unknown';

export interface Link {
  state: LinkState;
  /** Null for a sign-up: there is no person yet. */
  personId: string | null;
  email: string;
}

/** What a link from a letter is worth now. */
export async function linkOf(reader: Reader, token: string, purpose: TokenPurpose): Promise<Link> {
  const row = await reader.one<Link & { usedAt: Date | null; expiresAt: Date }>(
    `select t.person_id as "personId", coalesce(t.email, p.email) as email, t.used_at as "usedAt",
            t.expires_at as "expiresAt"
       from identity.one_time_token t left join identity.person p on p.id = t.person_id
      where t.token_hash = $1 and t.purpose = $2 and p.disabled_at is null`,
    [hashToken(token), purpose],
  );
  if (!row) return { state: 'unknown', personId: null, email: '' };
  const state = row.usedAt ? 'used' : row.expiresAt <= new Date() ? 'expired' : 'valid';
  return { state, personId: row.personId, email: row.email };
}

/** Uses a link up; of two requests at once exactly one gets through. @throws Conflict when it is over. */
export async function redeemToken(tx: Tx, token: string, purpose: TokenPurpose): Promise<void> {
  const used = await tx.change(
    `update identity.one_time_token set used_at = $3
      where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
    [hashToken(token), purpose, new Date()],
  );
  if (used !== 1) throw new Conflict('identity.link-over');
}
