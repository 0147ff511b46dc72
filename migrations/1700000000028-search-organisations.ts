import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations are many: their public search has an index. The expression is that of search-sql.ts in publications. */
export class SearchOrganisations1700000000028 implements MigrationInterface {
  name = 'SearchOrganisations1700000000028';

  async up(db: QueryRunner): Promise<void> {
    const [found] = (await db.query(
      `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    await db.query(`
      create index ix_organisation_search on identity.organisation using gin (
        platform.search_form(name || ' ' || short_name || ' ' || edrpou) "${found!.schema}".gin_trgm_ops)
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
