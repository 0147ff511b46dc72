import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Published: proposals on which the signed minutes of admission have decided, with the title that was submitted. Their
 * search has an index; the expression is that of platform.search_form, see the lib publications.
 */
export class SearchProposals1700000000030 implements MigrationInterface {
  name = 'SearchProposals1700000000030';

  async up(db: QueryRunner): Promise<void> {
    const [found] = (await db.query(
      `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    await db.query(`
      create index ix_submission_search on applications.submission
        using gin (platform.search_form(title) "${found!.schema}".gin_trgm_ops);
      create index ix_application_decided on applications.application (organisation_id, competition_id)
        where state in ('admitted', 'refused');

      create view applications.v_decided as
        select a.id, a.competition_id, a.organisation_id, a.state, a.register_code, a.submitted_at, s.title
          from applications.application a
          join applications.submission s on s.application_id = a.id and s.number = a.submission_number
         where a.state in ('admitted', 'refused');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
