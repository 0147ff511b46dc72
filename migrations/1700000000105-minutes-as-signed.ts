import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minutes as they were signed, so that every format says the same. */
export class MinutesAsSigned1700000000105 implements MigrationInterface {
  name = 'MinutesAsSigned1700000000105';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Null where minutes were signed before they were kept so.
      alter table sessions.session
        add column minutes_paper jsonb,
        add constraint ck_commission_session_paper check (minutes_paper is null or state = 'signed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
