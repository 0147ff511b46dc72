import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal may begin as an earlier one of its organisation; what had no place in it is named until it was read. */
export class CarriedProposals1700000000065 implements MigrationInterface {
  name = 'CarriedProposals1700000000065';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applications.application
        add column not_carried jsonb constraint ck_application_not_carried check (jsonb_typeof(not_carried) = 'array');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
