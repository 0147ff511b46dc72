import type { Tx } from '#libs/platform/database';
import { withoutAddresses } from '#libs/platform/log';
import { letterRefused } from '../model/notifications.facts.js';

const ERROR_LENGTH_MAX = 500;
const wordsOf = (error: unknown): string => String(error).slice(0, ERROR_LENGTH_MAX);

/** The server of the addressee will never take this letter: no more tries, and what it said is kept. */
export async function noteRefusal(tx: Tx, id: string, error: unknown): Promise<void> {
  await undelivered(tx, id, 'refused', error);
}

/** A try failed: the letter waits for the next one, or, after the last, for a person. */
export async function noteFailedTry(tx: Tx, id: string, error: unknown, isLast: boolean): Promise<void> {
  if (isLast) return undelivered(tx, id, 'failed', error);
  await tx.change(`update notifications.message set state = 'queued', sending_until = null, error = $2 where id = $1`, [
    id,
    wordsOf(error),
  ]);
}

async function undelivered(tx: Tx, id: string, state: 'refused' | 'failed', error: unknown): Promise<void> {
  const [letter] = await tx.rows<{ clockId: string | null; organiserId: string | null }>(
    `update notifications.message
        set state = $2, refused_at = $4, sending_until = null, error = $3,
            body = case when holds_secret and $2 = 'refused' then null else body end
      where id = $1 returning clock_id as "clockId", organiser_id as "organiserId"`,
    [id, state, wordsOf(error), tx.now],
  );
  if (!letter?.clockId) return;
  const particulars = {
    isForGood: state === 'refused',
    clockId: letter.clockId,
    answer: withoutAddresses(wordsOf(error)),
  };
  tx.record(letterRefused, { subjectId: id, scopeId: letter.organiserId!, particulars });
}
