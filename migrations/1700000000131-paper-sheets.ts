import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets signed on paper at a session: entered by one person, compared with the scan by another. */
export class PaperSheets1700000000131 implements MigrationInterface {
  name = 'PaperSheets1700000000131';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.paper_sheet (
        id uuid constraint pk_paper_sheet primary key,
        assignment_id uuid not null constraint uq_paper_sheet_assignment unique
          constraint fk_paper_sheet_assignment references evaluation.assignment (id),
        competition_id uuid not null constraint fk_paper_sheet_competition references competitions.competition (id),
        application_id uuid not null constraint fk_paper_sheet_application references applications.application (id),
        -- Whose sheet it is.
        person_id uuid not null constraint fk_paper_sheet_person references identity.person (id),
        state text not null constraint ck_paper_sheet_state check (state in ('entered', 'returned', 'disputed', 'confirmed')),
        version integer not null,
        document_id uuid not null,
        comment text not null default '',
        entered_by uuid not null constraint fk_paper_sheet_entered_by references identity.person (id),
        entered_at timestamptz not null,
        checked_by uuid constraint fk_paper_sheet_checked_by references identity.person (id),
        checked_at timestamptz,
        -- Why it was given back, or why the scorer says that it is not theirs.
        reason text not null default '',
        constraint ck_paper_sheet_checked check ((state = 'confirmed') <= (checked_by is not null)),
        -- Two people: neither is the other, nor the one whose sheet it is.
        constraint ck_paper_sheet_people check (entered_by <> person_id and checked_by <> entered_by and checked_by <> person_id)
      );
      create index ix_paper_sheet_competition on evaluation.paper_sheet (competition_id, state);
      create index ix_paper_sheet_person on evaluation.paper_sheet (person_id, competition_id);
      create trigger paper_sheet_without_conflict before insert or update on evaluation.paper_sheet
        for each row execute function evaluation.refuse_under_conflict();

      create table evaluation.paper_score (
        paper_id uuid not null constraint fk_paper_score references evaluation.paper_sheet (id),
        criterion_id uuid not null constraint fk_paper_score_criterion references competitions.criterion (id),
        points integer not null constraint ck_paper_score_points check (points >= 0),
        comment text not null default '',
        constraint pk_paper_score primary key (paper_id, criterion_id)
      );

      -- Published for the passport: which signed sheets came from paper, and who answers for it.
      create view evaluation.v_paper_sheet as
        select application_id, person_id, entered_by, checked_by from evaluation.paper_sheet where state = 'confirmed';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
