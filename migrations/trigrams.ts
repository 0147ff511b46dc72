import type { QueryRunner } from 'typeorm';

/** The operator class of an index that serves a search: pg_trgm stays in the schema in which a server has it already. */
export async function trigrams(db: QueryRunner): Promise<string> {
  const [found] = (await db.query(
    `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
  )) as { schema: string }[];
  return `"${found!.schema}".gin_trgm_ops`;
}
