import { maskedAddress, withoutAddresses } from '#libs/platform/log';
import type { Reader } from '#libs/platform/database';

/** Letters that are not sent: on their way, and of these the ones that failed at least once; and given up. */
export async function letterCounts(reader: Reader): Promise<{ queued: number; failing: number; failed: number }> {
  const row = await reader.one<{ queued: number; failing: number; failed: number }>(
    `select count(*) filter (where state <> 'failed')::int as queued,
            count(*) filter (where state <> 'failed' and error is not null)::int as failing,
            count(*) filter (where state = 'failed')::int as failed
       from notifications.message where state <> 'sent'`,
  );
  return row!;
}

export interface FailingLetter {
  id: string;
  /** Masked. */
  address: string;
  template: string;
  queuedAt: Date;
  attempts: number;
  error: string;
}

/** Letters that a mail server refused, the latest first; addresses masked. */
export async function failingLetters(reader: Reader, limit: number): Promise<FailingLetter[]> {
  const rows = await reader.rows<FailingLetter>(
    `select id, to_address as address, template, queued_at as "queuedAt", attempts, error
       from notifications.message where state <> 'sent' and error is not null order by id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, address: maskedAddress(row.address), error: withoutAddresses(row.error) }));
}
