import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saved each page of a proposal last, and when: two people on one page are told of each other. */
export class LastEdits1700000000064 implements MigrationInterface {
  name = 'LastEdits1700000000064';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applications.application
        add column part_edits jsonb not null default '{}'
          constraint ck_application_part_edits check (jsonb_typeof(part_edits) = 'object');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
