import type { CompetitionRow } from '#libs/competitions';
import { constraintMeans, type Tx } from '#libs/platform/database';
import type { AdoptedLine } from '../model/allocation.js';

constraintMeans('ck_pot_not_exceeded', '', 'awards.pot-exceeded');
constraintMeans('pk_allocation_line', '', 'awards.already-decided');
constraintMeans('ck_allocation_amount', '', 'awards.amount-too-large');

export interface Line extends AdoptedLine {
  applicationId: string;
  place: number | null;
  /** The item of signed minutes; null where the director's order itself decides. */
  itemId: string | null;
}

/**
 * Adopted lines and the money they take. It is taken from the pot's row, so that two decisions at once meet at its lock;
 * its check is the last word, and then nothing of the decision holds.
 */
export async function putLines(tx: Tx, competition: CompetitionRow, lines: readonly Line[]): Promise<void> {
  const amountKop = lines.reduce((sum, line) => sum + line.amountKop, 0);
  await takeFromPot(tx, competition, amountKop);
  await insertLines(tx, competition, lines);
}

/** One row, one lock: whoever comes second adds to what the first took, and the check of the pot decides (rule 48). */
async function takeFromPot(tx: Tx, { id, potKop }: CompetitionRow, amountKop: number): Promise<void> {
  await tx.change(
    'insert into awards.pot (competition_id, pot_kop) values ($1, $2) on conflict (competition_id) do nothing',
    [id, potKop],
  );
  await tx.change('update awards.pot set awarded_kop = awarded_kop + $2 where competition_id = $1', [id, amountKop]);
}

async function insertLines(tx: Tx, { id, potKop, capKop }: CompetitionRow, lines: readonly Line[]): Promise<void> {
  const inserted = await tx.change(
    `insert into awards.allocation_line
       (competition_id, application_id, outcome, place, requested_kop, cap_kop, amount_kop, reason, session_item_id,
        note, adopted_at)
     select a.competition_id, a.id, l.outcome, l.place, a.requested_kop, $2, l.amount_kop, l.reason, l.item_id, l.note, $3
       from unnest($4::uuid[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::uuid[],
                   $10::text[]) as l (application_id, outcome, place, amount_kop, reason, item_id, note)
       join applications.v_application a on a.id = l.application_id and a.competition_id = $1 and a.state = 'admitted'`,
    [
      id,
      capKop ?? potKop,
      tx.now,
      lines.map((line) => line.applicationId),
      lines.map((line) => line.outcome),
      lines.map((line) => line.place),
      lines.map((line) => line.amountKop),
      lines.map((line) => line.reason),
      lines.map((line) => line.itemId),
      lines.map((line) => line.note),
    ],
  );
  if (inserted !== lines.length) throw new Error('a line is about no admitted proposal of the competition');
}
