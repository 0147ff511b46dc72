import { maskedAddress, withoutAddresses } from '#libs/platform/log';
import type { Reader } from '#libs/platform/database';

/** Letters that are not sent, as the index of unsent ones has them. */
const UNSENT = `state in ('queued', 'sending', 'failed', 'refused')`;

/** On their way, and of these the ones that failed at least once; given up after all tries; refused for good. */
export async function letterCounts(
  reader: Reader,
): Promise<{ queued: number; failing: number; failed: number; refused: number }> {
  const row = await reader.one<{ queued: number; failing: number; failed: number; refused: number }>(
    `select count(*) filter (where state in ('queued', 'sending'))::int as queued,
            count(*) filter (where state in ('queued', 'sending') and error is not null)::int as failing,
            count(*) filter (where state = 'failed')::int as failed,
            count(*) filter (where state = 'refused')::int as refused
       from notifications.message where ${UNSENT}`,
  );
  return row!;
}

export interface FailingLetter {
  id: string;
  /** Masked. */
  address: string;
  template: string;
  state: 'queued' | 'sending' | 'failed' | 'refused';
  queuedAt: Date;
  attempts: number;
  error: string;
}

/** Letters that a mail server refused, the latest first; addresses masked. */
export async function failingLetters(reader: Reader, limit: number): Promise<FailingLetter[]> {
  const rows = await reader.rows<FailingLetter>(
    `select id, to_address as address, template, state, queued_at as "queuedAt", attempts, error
       from notifications.message where ${UNSENT} and error is not null order by id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, address: maskedAddress(row.address), error: withoutAddresses(row.error) }));
}
