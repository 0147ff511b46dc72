import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published for upper libs: the checksum on the receipt of what stands submitted. */
export class ReceiptView1700000000034 implements MigrationInterface {
  name = 'ReceiptView1700000000034';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view applications.v_receipt as
        select a.id as application_id, a.competition_id, a.register_code, a.submitted_at, s.sha256
          from applications.application a
          join applications.submission s on s.application_id = a.id and s.number = a.submission_number
         where a.state not in ('draft', 'withdrawn');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
