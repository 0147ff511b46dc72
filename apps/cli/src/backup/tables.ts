import type { Reader } from '#libs/platform/database';
import { SCHEMAS } from '#migrations';

export interface Table {
  /** `schema.table`, needs no quotes: all our names are plain. */
  name: string;
  columns: string[];
}

/** Every table of ours with its columns, by name. */
export async function tablesOf(reader: Reader): Promise<Table[]> {
  return reader.rows<Table>(
    `select n.nspname || '.' || c.relname as name,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname = any($1)
      group by 1 order by 1`,
    [SCHEMAS],
  );
}

/** @throws Error when something holds data that a backup of tables would miss */
export async function demandKnownKinds(reader: Reader): Promise<void> {
  const strange = await reader.rows<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind not in ('r', 'i', 'v', 'c', 't') order by 1`,
    [SCHEMAS],
  );
  if (strange.length > 0) throw new Error(`a backup cannot hold: ${strange.map(({ name }) => name).join(', ')}`);
}

/** The first table of ours that has a row, or null. */
export async function firstTableWithRows(reader: Reader): Promise<string | null> {
  for (const { name } of await tablesOf(reader)) if (await reader.one(`select from ${name} limit 1`)) return name;
  return null;
}

/** Removes every schema of ours, with everything in it. */
export async function dropSchemas(reader: Reader): Promise<void> {
  await reader.rows(`drop schema if exists ${SCHEMAS.join(', ')} cascade`);
  await reader.rows('drop table if exists public.schema_migration');
}
