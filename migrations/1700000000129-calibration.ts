import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A calibration round: samples that everybody scores before the scoring, and what the points mean, said more clearly. */
export class Calibration1700000000129 implements MigrationInterface {
  name = 'Calibration1700000000129';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.calibration (
        competition_id uuid constraint pk_calibration primary key
          constraint fk_calibration_competition references competitions.competition (id),
        -- The last second of its last day.
        until_at timestamptz not null,
        opened_at timestamptz not null,
        closed_at timestamptz
      );

      -- A sample is no proposal: its points have no way to a rating.
      create table evaluation.calibration_sample (
        id uuid constraint pk_calibration_sample primary key,
        competition_id uuid not null constraint fk_calibration_sample references evaluation.calibration (competition_id),
        position integer not null,
        title text not null constraint ck_calibration_sample_title check (title <> ''),
        body text not null constraint ck_calibration_sample_body check (body <> ''),
        constraint uq_calibration_sample unique (competition_id, position)
      );

      create table evaluation.calibration_score (
        sample_id uuid not null constraint fk_calibration_score_sample references evaluation.calibration_sample (id),
        person_id uuid not null constraint fk_calibration_score_person references identity.person (id),
        criterion_id uuid not null constraint fk_calibration_score_criterion references competitions.criterion (id),
        points integer not null constraint ck_calibration_points check (points >= 0),
        why text not null constraint ck_calibration_why check (why <> ''),
        given_at timestamptz not null,
        constraint pk_calibration_score primary key (sample_id, person_id, criterion_id)
      );

      -- Stands beside the announced text of a criterion, which stays as it was.
      create table evaluation.criterion_note (
        competition_id uuid not null constraint fk_criterion_note_competition references competitions.competition (id),
        number integer not null,
        criterion_id uuid not null constraint fk_criterion_note_criterion references competitions.criterion (id),
        body text not null constraint ck_criterion_note check (body <> ''),
        noted_at timestamptz not null,
        constraint pk_criterion_note primary key (competition_id, number)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
