import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who confirms the reset of a second factor is chosen with the request, as for a lost mailbox. */
export class ConfirmerOfReset1700000000051 implements MigrationInterface {
  name = 'ConfirmerOfReset1700000000051';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.second_factor_reset
        -- The authority whose officer or director may confirm; null: administrators only.
        add column organiser_id uuid constraint fk_second_factor_reset_organiser references identity.organiser (id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
