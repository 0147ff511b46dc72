import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks of truthfulness that the commission orders before the scoring (rule 39). */
export class TruthChecks1700000000112 implements MigrationInterface {
  name = 'TruthChecks1700000000112';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.truth_check (
        id uuid constraint pk_truth_check primary key,
        application_id uuid not null constraint fk_truth_check_application references applications.application (id),
        question text not null constraint ck_truth_check_question check (question <> ''),
        ordered_by uuid not null constraint fk_truth_check_ordered_by references identity.person (id),
        ordered_at timestamptz not null,
        result text constraint ck_truth_check_result check (result in ('confirmed', 'not-confirmed')),
        finding text not null default '',
        answered_by uuid constraint fk_truth_check_answered_by references identity.person (id),
        answered_at timestamptz,
        -- A result says how it was found out, by whom and when.
        constraint ck_truth_check_answer check (
          (result is null) = (answered_at is null) and (result is null) = (answered_by is null) and (result is null or finding <> ''))
      );
      create index ix_truth_check_application on applications.truth_check (application_id, id);
      create index ix_truth_check_open on applications.truth_check (application_id) where result is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
