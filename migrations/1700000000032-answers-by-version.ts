import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of the form a proposal is written under, and which one was submitted (rule 20). */
export class AnswersByVersion1700000000032 implements MigrationInterface {
  name = 'AnswersByVersion1700000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The last version whose changes its writers have seen; answers are kept by the key of their question.
      alter table applications.application add column form_version integer not null default 1;
      alter table applications.submission add column form_version integer not null default 1;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
