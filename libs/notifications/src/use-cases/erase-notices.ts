import type { Tx } from '#libs/platform/database';

/**
 * Erases notices that lead to an address in which one of the keys stands (an id, a code), and the clocks about these ids.
 * Returns the ids of the messages. Only for what was never meant to last.
 */
export async function eraseNotices(tx: Tx, keys: readonly string[]): Promise<string[]> {
  await tx.change(
    `delete from notifications.call l using notifications.clock k
      where k.id = l.clock_id and k.about_id::text = any($1)`,
    [keys],
  );
  const gone = await tx.rows<{ id: string }>(
    `delete from notifications.message m
      where string_to_array(split_part(split_part(m.path, '?', 1), '#', 1), '/') && $1::text[]
         or m.clock_id in (select id from notifications.clock where about_id::text = any($1)) returning id`,
    [keys],
  );
  await tx.change('delete from notifications.clock where about_id::text = any($1)', [keys]);
  return gone.map(({ id }) => id);
}
