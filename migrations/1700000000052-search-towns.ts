import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public search finds an organisation by its town too. The expression is that of search-sql.ts in publications. */
export class SearchTowns1700000000052 implements MigrationInterface {
  name = 'SearchTowns1700000000052';

  async up(db: QueryRunner): Promise<void> {
    const [found] = (await db.query(
      `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    await db.query(`
      create index ix_organisation_public_search on identity.organisation using gin (
        platform.search_form(name || ' ' || short_name || ' ' || edrpou || ' ' || settlement) "${found!.schema}".gin_trgm_ops)
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
