import type { Tx } from '#libs/platform/database';

/** Erases the sessions of a body that only rehearsed. Returns their ids; the minutes go with the other files. */
export async function eraseSessions(tx: Tx, scopeId: string): Promise<string[]> {
  const ids = (await tx.rows<{ id: string }>('select id from sessions.session where scope_id = $1', [scopeId])).map(
    ({ id }) => id,
  );
  await tx.change(
    `delete from sessions.ballot b using sessions.item i where i.id = b.item_id and i.session_id = any($1)`,
    [ids],
  );
  for (const table of ['item', 'attendance', 'signature'])
    await tx.change(`delete from sessions.${table} where session_id = any($1)`, [ids]);
  await tx.change('delete from sessions.session where id = any($1)', [ids]);
  return ids;
}
