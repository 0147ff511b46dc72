import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people of each target group a proposal reaches: a list of the key of the group and the number. */
export class Reach1700000000047 implements MigrationInterface {
  name = 'Reach1700000000047';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applications.application
        add column reach jsonb not null default '[]'
          constraint ck_application_reach check (jsonb_typeof(reach) = 'array');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
