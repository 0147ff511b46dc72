import type { Tx } from '#libs/platform/database';

export interface NumberSeries {
  organiserId: string;
  /** What is numbered, e.g. 'applications:<competition id>' or 'orders'. */
  series: string;
  year: number;
}

/**
 * The next number of a series: 1, 2, 3 … without a gap, because a rollback gives the number back.
 * The series stays locked until the transaction ends, so take the number late (lock order: after the sheet).
 * What the number looks like («1.1/2020-007») is the caller's matter.
 */
export async function takeNumber(tx: Tx, { organiserId, series, year }: NumberSeries): Promise<number> {
  const row = await tx.one<{ last: number }>(
    `insert into documents.number_series as numbers (organiser_id, series, year, last)
     values ($1, $2, $3, 1)
     on conflict (organiser_id, series, year) do update set last = numbers.last + 1
     returning last`,
    [organiserId, series, year],
  );
  return row!.last;
}
