import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrected minutes are told by their number. */
export class CorrectedMinutes1700000000024 implements MigrationInterface {
  name = 'CorrectedMinutes1700000000024';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.correction
        add column minutes_number integer,
        add constraint ck_correction_minutes check ((subject = 'minutes') = (minutes_number is not null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
