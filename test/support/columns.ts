import type { World } from './world.js';

/** Names of the columns of a table that a row brings along; what PostgreSQL makes of them by itself is left out. */
export async function ownColumns(world: World, table: string): Promise<string[]> {
  const rows = await world.rows<{ name: string }>(
    `select attname::text as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
