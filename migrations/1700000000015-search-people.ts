import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are many: their search has an index. The expression is that of the list, see people-of-system.ts. */
export class SearchPeople1700000000015 implements MigrationInterface {
  name = 'SearchPeople1700000000015';

  async up(db: QueryRunner): Promise<void> {
    const [found] = (await db.query(
      `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    await db.query(`
      create index ix_person_search on identity.person using gin (
        platform.search_form(family_name || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || email)
        "${found!.schema}".gin_trgm_ops)
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
