import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The evaluation of the programme that a competition was held by (Budget Code, arts. 20 and 28). */
export class ProgrammeEvaluations1700000000106 implements MigrationInterface {
  name = 'ProgrammeEvaluations1700000000106';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table monitoring.evaluation (
        competition_id uuid constraint pk_evaluation primary key
          constraint fk_evaluation_competition references competitions.competition (id),
        organiser_id uuid not null constraint fk_evaluation_organiser references identity.organiser (id),
        state text not null default 'draft' constraint ck_evaluation_state check (state in ('draft', 'approved')),
        version integer not null,
        summary text not null constraint ck_evaluation_summary check (summary <> ''),
        lessons text not null,
        drafted_by uuid not null constraint fk_evaluation_author references identity.person (id),
        drafted_at timestamptz not null,
        -- What it came to on the day of the approval, as everybody sees it from then on.
        figures jsonb,
        sha256 text,
        approved_by uuid constraint fk_evaluation_approver references identity.person (id),
        approved_at timestamptz,
        -- To the public (rule 68).
        presented_on date,
        presented_at text,
        constraint ck_evaluation_approved check ((state = 'approved') = (approved_at is not null)
          and num_nulls(figures, sha256, approved_by, approved_at) in (0, 4)),
        constraint ck_evaluation_two_people check (approved_by <> drafted_by),
        constraint ck_evaluation_presented check (num_nulls(presented_on, presented_at) in (0, 2)
          and (presented_on is null or state = 'approved'))
      );
      create index ix_evaluation_organiser on monitoring.evaluation (organiser_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
