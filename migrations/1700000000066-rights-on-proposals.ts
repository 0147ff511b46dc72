import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people of the organisation may do with one proposal: who is not named may do everything. */
export class RightsOnProposals1700000000066 implements MigrationInterface {
  name = 'RightsOnProposals1700000000066';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applications.application
        add column rights jsonb not null default '{}'
          constraint ck_application_rights check (jsonb_typeof(rights) = 'object');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
