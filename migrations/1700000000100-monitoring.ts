import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Funded projects under monitoring, and what their recipients report. */
export class Monitoring1700000000100 implements MigrationInterface {
  name = 'Monitoring1700000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema monitoring;

      -- One for each signed contract, with its id. What may be amended (sum, days, plan) is read from the contract.
      create table monitoring.project (
        id uuid constraint pk_project primary key constraint fk_project_contract references contracts.contract (id),
        application_id uuid not null constraint fk_project_application references applications.application (id),
        competition_id uuid not null constraint fk_project_competition references competitions.competition (id),
        organiser_id uuid not null constraint fk_project_organiser references identity.organiser (id),
        organisation_id uuid not null constraint fk_project_organisation references identity.organisation (id),
        budget_year integer not null constraint ck_project_year check (budget_year between 1991 and 2100),
        -- In words, as the proposal was submitted; '' where it names none.
        priority text not null,
        -- Where the organisation is.
        settlement text not null,
        opened_at timestamptz not null
      );
      create index ix_project_organiser on monitoring.project (organiser_id, budget_year);
      create index ix_project_organisation on monitoring.project (organisation_id);
      create index ix_project_competition on monitoring.project (competition_id);

      create table monitoring.report (
        id uuid constraint pk_report primary key,
        project_id uuid not null constraint fk_report_project references monitoring.project (id),
        kind text not null constraint ck_report_kind check (kind in ('interim', 'final')),
        -- Among the reports of the project; the final one is the last.
        position integer not null constraint ck_report_position check (position >= 1),
        -- Of an interim report: the instalment that waits for it.
        instalment_id uuid,
        state text not null default 'draft' constraint ck_report_state check (state in ('draft', 'submitted', 'returned', 'accepted')),
        version integer not null default 0,
        -- Empty where the rules of the competition set no term.
        due_on date,
        done text not null default '',
        results text not null default '',
        difficulties text not null default '',
        submitted_by uuid constraint fk_report_sender references identity.person (id),
        submitted_at timestamptz,
        decided_by uuid constraint fk_report_decider references identity.person (id),
        decided_at timestamptz,
        return_reason text,
        constraint uq_report_position unique (project_id, position),
        constraint ck_report_submitted check (state = 'draft' or num_nulls(submitted_by, submitted_at) = 0),
        constraint ck_report_decided check (state not in ('returned', 'accepted') or num_nulls(decided_by, decided_at) = 0),
        constraint ck_report_returned check (state <> 'returned' or return_reason is not null)
      );
      create unique index uq_report_final on monitoring.report (project_id) where kind = 'final';
      create index ix_report_due on monitoring.report (due_on) where state in ('draft', 'returned');
      create index ix_report_submitted on monitoring.report (project_id) where state = 'submitted';

      create table monitoring.indicator_fact (
        report_id uuid not null constraint fk_indicator_fact_report references monitoring.report (id),
        indicator_id uuid not null,
        fact text not null default '',
        source_document text not null default '',
        confirmed_by text not null default '',
        confirmed_on date,
        people integer constraint ck_indicator_fact_people check (people >= 0),
        women integer constraint ck_indicator_fact_women check (women >= 0 and women <= people),
        constraint pk_indicator_fact primary key (report_id, indicator_id)
      );

      -- Whom the project has reached since the report before.
      create table monitoring.reach (
        report_id uuid not null constraint fk_reach_report references monitoring.report (id),
        position integer not null,
        group_name text not null constraint ck_reach_group check (group_name <> ''),
        district text not null constraint ck_reach_district check (district <> ''),
        people integer not null constraint ck_reach_people check (people >= 0),
        women integer not null constraint ck_reach_women check (women between 0 and people),
        constraint pk_reach primary key (report_id, position)
      );

      create table monitoring.line_reason (
        report_id uuid not null constraint fk_line_reason_report references monitoring.report (id),
        line_id uuid not null constraint fk_line_reason_line references contracts.budget_line (id),
        reason text not null constraint ck_line_reason check (reason <> ''),
        constraint pk_line_reason primary key (report_id, line_id)
      );

      -- The register of expenses: none without its document (rule 62).
      create table monitoring.expense (
        id uuid constraint pk_expense primary key,
        report_id uuid not null constraint fk_expense_report references monitoring.report (id),
        line_id uuid not null constraint fk_expense_line references contracts.budget_line (id),
        paid_on date not null,
        payee text not null constraint ck_expense_payee check (payee <> ''),
        purpose text not null constraint ck_expense_purpose check (purpose <> ''),
        -- «Акт № 5 від 12.03.2021»
        document_title text not null constraint ck_expense_document check (document_title <> ''),
        funded_kop bigint not null constraint ck_expense_funded check (funded_kop >= 0),
        own_kop bigint not null constraint ck_expense_own check (own_kop >= 0),
        document_id uuid not null constraint uq_expense_document unique constraint fk_expense_file references documents.document (id),
        constraint ck_expense_sum check (funded_kop + own_kop > 0)
      );
      create index ix_expense_report on monitoring.expense (report_id);
      create index ix_expense_line on monitoring.expense (line_id);

      -- What was submitted, word for word, each time.
      create table monitoring.submission (
        report_id uuid not null constraint fk_submission_report references monitoring.report (id),
        number integer not null constraint ck_submission_number check (number >= 1),
        submitted_at timestamptz not null,
        submitted_by uuid not null constraint fk_submission_sender references identity.person (id),
        content jsonb not null,
        sha256 text not null,
        constraint pk_submission primary key (report_id, number)
      );

      -- rule 69: what was submitted stays, except with a rehearsal.
      create function monitoring.keep_records() returns trigger language plpgsql as $$
      begin
        if exists (select from monitoring.report r join monitoring.project p on p.id = r.project_id
                     join competitions.v_competition k on k.id = p.competition_id
                    where r.id = old.report_id and not k.is_rehearsal) then
          raise exception 'records of monitoring are kept' using errcode = 'restrict_violation';
        end if;
        return old;
      end $$;
      create trigger tr_submission_kept before delete on monitoring.submission for each row execute function monitoring.keep_records();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
