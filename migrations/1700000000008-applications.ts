import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals: drafts, budgets, activities, indicators, files, submissions, admission. */
export class Applications1700000000008 implements MigrationInterface {
  name = 'Applications1700000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema applications;

      create table applications.application (
        id uuid constraint pk_application primary key,
        competition_id uuid not null constraint fk_application_competition references competitions.competition (id),
        organisation_id uuid not null constraint fk_application_organisation references identity.organisation (id),
        state text not null constraint ck_application_state check (state in ('draft', 'submitted', 'withdrawn', 'admitted', 'refused')),
        version integer not null default 1,
        created_at timestamptz not null,
        created_by uuid not null constraint fk_application_created_by references identity.person (id),
        updated_at timestamptz not null,
        -- One counter per page of the form: two people who write different pages do not stand in each other's way.
        part_versions jsonb not null default '{}',
        title text not null default '',
        priority_id uuid constraint fk_application_priority references competitions.priority (id),
        start_on date,
        end_on date,
        answers jsonb not null default '{}',
        requested_kop bigint not null default 0,
        own_kop bigint not null default 0,
        total_kop bigint not null default 0,
        register_code text constraint uq_application_register_code unique,
        submitted_at timestamptz,
        -- The last submission and the state of the form that it froze; anything newer was not sent.
        submission_number integer,
        submitted_version integer,
        decision_reason text,
        decided_at timestamptz,
        constraint ck_application_submitted check (state in ('draft') or (register_code is not null and submitted_at is not null)),
        constraint ck_application_refused check (state <> 'refused' or decision_reason is not null)
      );
      create index ix_application_competition on applications.application (competition_id, state, id);
      create index ix_application_organisation on applications.application (organisation_id, id);

      create table applications.budget_line (
        id uuid constraint pk_budget_line primary key,
        application_id uuid not null constraint fk_budget_line_application references applications.application (id),
        position integer not null,
        category text not null default '',
        title text not null default '',
        unit text not null default '',
        -- Zeros and empty texts are lines that a draft keeps half written; a submission refuses them.
        quantity integer not null default 0 constraint ck_budget_line_quantity check (quantity between 0 and 1000000),
        price_kop bigint not null default 0 constraint ck_budget_line_price check (price_kop >= 0),
        funded_kop bigint not null default 0 constraint ck_budget_line_funded check (funded_kop >= 0),
        own_kop bigint not null default 0 constraint ck_budget_line_own check (own_kop >= 0),
        constraint uq_budget_line_position unique (application_id, position)
      );

      create table applications.activity (
        id uuid constraint pk_activity primary key,
        application_id uuid not null constraint fk_activity_application references applications.application (id),
        position integer not null,
        month text constraint ck_activity_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        title text not null default '',
        place text not null default '',
        responsible text not null default '',
        constraint uq_activity_position unique (application_id, position)
      );

      create table applications.indicator (
        id uuid constraint pk_indicator primary key,
        application_id uuid not null constraint fk_indicator_application references applications.application (id),
        position integer not null,
        kind text not null constraint ck_indicator_kind check (kind in ('quantitative', 'qualitative')),
        title text not null default '',
        unit text not null default '',
        baseline text not null default '',
        planned text not null default '',
        source text not null default '',
        constraint uq_indicator_position unique (application_id, position)
      );

      create table applications.attachment (
        id uuid constraint pk_attachment primary key,
        application_id uuid not null constraint fk_attachment_application references applications.application (id),
        document_id uuid not null constraint fk_attachment_document references documents.document (id),
        kind text not null,
        constraint uq_attachment_document unique (document_id)
      );
      create index ix_attachment_application on applications.attachment (application_id);

      create table applications.submission (
        id uuid constraint pk_submission primary key,
        application_id uuid not null constraint fk_submission_application references applications.application (id),
        number integer not null,
        submitted_at timestamptz not null,
        submitted_by uuid not null constraint fk_submission_person references identity.person (id),
        title text not null,
        priority_id uuid constraint fk_submission_priority references competitions.priority (id),
        start_on date not null,
        end_on date not null,
        requested_kop bigint not null constraint ck_submission_requested check (requested_kop > 0),
        own_kop bigint not null constraint ck_submission_own check (own_kop >= 0),
        total_kop bigint not null constraint ck_submission_total check (total_kop = requested_kop + own_kop),
        content jsonb not null,
        sha256 text not null,
        receipt_document_id uuid constraint fk_submission_receipt references documents.document (id),
        constraint uq_submission_number unique (application_id, number)
      );

      create table applications.admission_check (
        application_id uuid not null constraint fk_admission_check_application references applications.application (id),
        item text not null constraint ck_admission_check_item check (item in ('documents', 'statements', 'filling')),
        passed boolean not null,
        note text not null default '',
        checked_by uuid not null constraint fk_admission_check_person references identity.person (id),
        checked_at timestamptz not null,
        constraint pk_admission_check primary key (application_id, item),
        -- rule 37: what failed says why
        constraint ck_admission_check_note check (passed or note <> '')
      );

      create table applications.admission_draft (
        application_id uuid constraint pk_admission_draft primary key constraint fk_admission_draft_application references applications.application (id),
        verdict text not null constraint ck_admission_draft_verdict check (verdict in ('admit', 'refuse')),
        -- Key of the check that a refusal rests on, or 'other'.
        ground text not null default '',
        reason text not null default '',
        prepared_by uuid not null constraint fk_admission_draft_person references identity.person (id),
        prepared_at timestamptz not null,
        constraint ck_admission_draft_reason check (verdict = 'admit' or (reason <> '' and ground <> ''))
      );

      -- Published: one row per proposal, with what was last submitted; a draft shows what it holds now.
      create view applications.v_application as
        select a.id, a.competition_id, a.organisation_id, o.name as organisation_name, o.short_name as organisation_short_name,
               o.edrpou, o.settlement, a.state, coalesce(s.title, a.title) as title,
               coalesce(s.priority_id, a.priority_id) as priority_id, a.register_code, a.submitted_at,
               coalesce(s.requested_kop, a.requested_kop) as requested_kop, coalesce(s.own_kop, a.own_kop) as own_kop,
               coalesce(s.total_kop, a.total_kop) as total_kop, a.decision_reason, a.decided_at,
               coalesce(s.start_on, a.start_on) as start_on, coalesce(s.end_on, a.end_on) as end_on,
               a.submission_number
          from applications.application a
          join identity.organisation o on o.id = a.organisation_id
          left join applications.submission s on s.application_id = a.id and s.number = a.submission_number;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
