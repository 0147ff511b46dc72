import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An additional competition for the money that an earlier one left undistributed (rule 51). */
export class AdditionalCompetitions1700000000086 implements MigrationInterface {
  name = 'AdditionalCompetitions1700000000086';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table awards.additional_competition (
        competition_id uuid constraint pk_additional_competition primary key
          constraint fk_additional_competition references competitions.competition (id) on delete cascade,
        first_id uuid not null constraint uq_additional_competition_first unique
          constraint fk_additional_competition_first references competitions.competition (id),
        undistributed_kop bigint not null constraint ck_additional_competition_sum check (undistributed_kop > 0),
        opened_at timestamptz not null,
        constraint ck_additional_competition_other check (competition_id <> first_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
