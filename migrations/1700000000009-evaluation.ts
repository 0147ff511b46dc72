import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The commission's history, conflicts of interest, scoring queues, score sheets, the rating. */
export class Evaluation1700000000009 implements MigrationInterface {
  name = 'Evaluation1700000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema evaluation;

      create table evaluation.conflict_declaration (
        application_id uuid not null constraint fk_conflict_application references applications.application (id),
        person_id uuid not null constraint fk_conflict_person references identity.person (id),
        competition_id uuid not null constraint fk_conflict_competition references competitions.competition (id),
        kind text not null constraint ck_conflict_kind check (kind in ('none', 'potential', 'real')),
        reason text not null default '',
        declared_at timestamptz not null,
        constraint pk_conflict_declaration primary key (application_id, person_id),
        constraint ck_conflict_reason check (kind = 'none' or reason <> '')
      );
      create index ix_conflict_competition on evaluation.conflict_declaration (competition_id, person_id);

      create table evaluation.assignment (
        id uuid constraint pk_assignment primary key,
        competition_id uuid not null constraint fk_assignment_competition references competitions.competition (id),
        application_id uuid not null constraint fk_assignment_application references applications.application (id),
        person_id uuid not null constraint fk_assignment_person references identity.person (id),
        position integer not null,
        assigned_at timestamptz not null,
        ended_at timestamptz,
        end_reason text
      );
      create unique index uq_assignment_active on evaluation.assignment (application_id, person_id) where ended_at is null;
      create index ix_assignment_person on evaluation.assignment (person_id, competition_id, position) where ended_at is null;
      create index ix_assignment_competition on evaluation.assignment (competition_id) where ended_at is null;

      create table evaluation.score_sheet (
        id uuid constraint pk_score_sheet primary key,
        assignment_id uuid not null constraint uq_score_sheet_assignment unique
          constraint fk_score_sheet_assignment references evaluation.assignment (id),
        competition_id uuid not null constraint fk_score_sheet_competition references competitions.competition (id),
        application_id uuid not null constraint fk_score_sheet_application references applications.application (id),
        person_id uuid not null constraint fk_score_sheet_person references identity.person (id),
        state text not null constraint ck_score_sheet_state check (state in ('draft', 'ready', 'signed', 'annulled')),
        version integer not null default 1,
        comment text not null default '',
        updated_at timestamptz not null,
        signed_at timestamptz,
        constraint ck_score_sheet_signed check ((state in ('signed', 'annulled')) = (signed_at is not null))
      );
      create index ix_score_sheet_competition on evaluation.score_sheet (competition_id, application_id);
      create index ix_score_sheet_person on evaluation.score_sheet (person_id, competition_id);

      create table evaluation.score (
        sheet_id uuid not null constraint fk_score_sheet references evaluation.score_sheet (id),
        criterion_id uuid not null constraint fk_score_criterion references competitions.criterion (id),
        points integer constraint ck_score_points check (points >= 0),
        comment text not null default '',
        constraint pk_score primary key (sheet_id, criterion_id)
      );

      create table evaluation.rating_row (
        competition_id uuid not null constraint fk_rating_competition references competitions.competition (id),
        application_id uuid constraint pk_rating_row primary key constraint fk_rating_application references applications.application (id),
        place integer constraint ck_rating_place check (place >= 1),
        -- The exact mean score: points_sum / sheets_count is the sum over criteria of the mean over the sheets.
        points_sum bigint not null,
        sheets_count integer not null,
        is_passed boolean not null,
        tie_step text,
        criteria jsonb not null,
        computed_at timestamptz not null,
        constraint ck_rating_place_passed check (is_passed = (place is not null)),
        constraint uq_rating_place unique (competition_id, place)
      );

      create table evaluation.reminder (
        competition_id uuid not null constraint fk_reminder_competition references competitions.competition (id),
        person_id uuid not null constraint fk_reminder_person references identity.person (id),
        kind text not null,
        sent_at timestamptz not null,
        constraint pk_reminder primary key (competition_id, person_id, kind)
      );

      -- A membership that ended by an order: the history of the commission stays (rule 36).
      create table evaluation.ended_membership (
        grant_id uuid constraint pk_ended_membership primary key constraint fk_ended_membership_grant references identity.role_grant (id),
        competition_id uuid not null constraint fk_ended_membership_competition references competitions.competition (id),
        person_id uuid not null constraint fk_ended_membership_person references identity.person (id),
        role text not null,
        position text not null,
        act_number text not null,
        act_on date not null,
        reason text not null constraint ck_ended_membership_reason check (reason <> ''),
        ended_at timestamptz not null
      );
      create index ix_ended_membership_competition on evaluation.ended_membership (competition_id, ended_at);

      -- Who heads an applicant: a member who declares conflicts has to know (rule 35).
      create view evaluation.v_applicant_head as
        select id as organisation_id, head_name from identity.organisation;

      create view evaluation.v_rating as
        select competition_id, application_id, place, points_sum, sheets_count, is_passed, tie_step, criteria from evaluation.rating_row;

      -- What members wrote on signed sheets, without the members; no criterion = on the whole proposal.
      create view evaluation.v_sheet_comment as
        select id as sheet_id, application_id, null::text as criterion_key, comment
          from evaluation.score_sheet where state = 'signed' and comment <> ''
        union all
        select t.id, t.application_id, k.key, s.comment
          from evaluation.score_sheet t
          join evaluation.score s on s.sheet_id = t.id
          join competitions.v_criterion k on k.id = s.criterion_id
         where t.state = 'signed' and s.comment <> '';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
