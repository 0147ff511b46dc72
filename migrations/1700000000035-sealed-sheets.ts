import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published for the result file: who scores what, who recused, and the seal of every signed sheet with what opens it. */
export class SealedSheets1700000000035 implements MigrationInterface {
  name = 'SealedSheets1700000000035';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view evaluation.v_scoring_pair as
        select a.competition_id, a.application_id, a.person_id
          from evaluation.assignment a
         where a.ended_at is null
            or exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed');

      create view evaluation.v_recusal as
        select competition_id, application_id, person_id from evaluation.conflict_declaration where kind <> 'none';

      -- The fact of the signature holds the hash of its particulars (the points); salt and particulars stand apart.
      create view evaluation.v_sealed_sheet as
        select s.competition_id, s.application_id, s.person_id,
               f.body::jsonb ->> 'personalHash' as sha256, encode(p.salt, 'hex') as salt, p.body as text
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
