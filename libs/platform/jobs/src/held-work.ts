import type { Reader, Tx } from '#libs/platform/database';

/*
 * Work that is held back is due at the end of time: no relay takes it, and a job that lies in a queue already does not
 * run it. It comes back by letGo, or is declared done unperformed by dropHeld.
 */

/** Holds back everything undone of one task; returns how many pieces. */
export async function holdBack(reader: Reader, task: string): Promise<number> {
  const held = await reader.rows(
    `update facts.delivery set due_at = 'infinity', enqueued_at = null
      where task = $1 and done_at is null and not dead returning id`,
    [task],
  );
  return held.length;
}

export async function heldCount(reader: Reader, task: string): Promise<number> {
  const row = await reader.one<{ count: string }>(
    `select count(*) from facts.delivery where task = $1 and done_at is null and not dead and due_at = 'infinity'`,
    [task],
  );
  return Number(row?.count);
}

/** Lets what is held back of one task go; returns how many pieces. */
export function letGo(tx: Tx, task: string): Promise<number> {
  return tx.change(
    `update facts.delivery set due_at = clock_timestamp(), enqueued_at = null
      where task = $1 and done_at is null and not dead and due_at = 'infinity'`,
    [task],
  );
}

/** Declares what is held back of one task done without doing it; returns the subjects. */
export async function dropHeld(tx: Tx, task: string): Promise<string[]> {
  const dropped = await tx.rows<{ subjectId: string }>(
    `update facts.delivery set done_at = clock_timestamp(), due_at = clock_timestamp(), error = 'dropped by a person'
      where task = $1 and done_at is null and not dead and due_at = 'infinity' returning subject_id as "subjectId"`,
    [task],
  );
  return dropped.map(({ subjectId }) => subjectId);
}
