import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a settlement is made of, the file of a conclusion, versions of findings, and the reminder that went last. */
export class SettledConclusions1700000000103 implements MigrationInterface {
  name = 'SettledConclusions1700000000103';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table monitoring.conclusion
        -- Of what is untargeted: by findings that nobody has fixed. Of what returns: ordered by the act on an early end.
        add column unresolved_kop bigint not null default 0 constraint ck_conclusion_unresolved check (unresolved_kop >= 0),
        add column by_act_kop bigint not null default 0 constraint ck_conclusion_by_act check (by_act_kop >= 0),
        add column document_id uuid constraint fk_conclusion_document references documents.document (id);

      alter table monitoring.finding add column version integer not null default 0;

      -- Days from the term of the reminder that went last; empty once the term moves.
      alter table monitoring.report add column reminded smallint;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
