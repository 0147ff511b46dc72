import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A scorer may advise how much to give and say how sure the judgement is; neither touches the points. */
export class RecommendedAmounts1700000000120 implements MigrationInterface {
  name = 'RecommendedAmounts1700000000120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table evaluation.score_sheet
        add column recommended_kop bigint constraint ck_score_sheet_recommended check (recommended_kop >= 0),
        add column recommended_reason text not null default '',
        add column confidence text constraint ck_score_sheet_confidence check (confidence in ('low', 'medium', 'high'));

      create view evaluation.v_recommendation as
        select competition_id, application_id, recommended_kop, recommended_reason, confidence
          from evaluation.score_sheet where state = 'signed' and (recommended_kop is not null or confidence is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
