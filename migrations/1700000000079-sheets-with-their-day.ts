import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealed sheet says when it was signed: the passport of a proposal shows it. */
export class SheetsWithTheirDay1700000000079 implements MigrationInterface {
  name = 'SheetsWithTheirDay1700000000079';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view evaluation.v_sealed_sheet as
        select s.competition_id, s.application_id, s.person_id,
               f.body::jsonb ->> 'personalHash' as sha256, encode(p.salt, 'hex') as salt, p.body as text, s.signed_at
          from evaluation.score_sheet s
          join facts.fact f on f.subject_id = s.id and f.name = 'evaluation.sheet-signed'
          join facts.personal_particulars p on p.fact_id = f.id
         where s.state = 'signed';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
