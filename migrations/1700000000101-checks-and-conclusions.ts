import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The check of each expense, findings with their term, the conclusion on a project, and what has to be returned. */
export class ChecksAndConclusions1700000000101 implements MigrationInterface {
  name = 'ChecksAndConclusions1700000000101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table monitoring.expense
        add column is_refused boolean,
        add column refusal text,
        add column checked_by uuid constraint fk_expense_checker references identity.person (id),
        add column checked_at timestamptz,
        add constraint ck_expense_checked check (num_nulls(is_refused, checked_by, checked_at) in (0, 3)),
        -- rule 65: nothing is refused without a reason.
        add constraint ck_expense_refusal check (coalesce(is_refused, false) = (refusal is not null));

      create table monitoring.finding (
        id uuid constraint pk_finding primary key,
        project_id uuid not null constraint fk_finding_project references monitoring.project (id),
        number integer not null,
        what text not null constraint ck_finding_what check (what <> ''),
        is_untargeted boolean not null,
        sum_kop bigint constraint ck_finding_sum check (sum_kop > 0),
        state text not null default 'warned' constraint ck_finding_state check (state in ('warned', 'answered', 'closed', 'unresolved')),
        warned_by uuid not null constraint fk_finding_warner references identity.person (id),
        warned_at timestamptz not null,
        due_on date not null,
        answer text,
        answered_at timestamptz,
        document_id uuid constraint fk_finding_document references documents.document (id),
        decision text,
        decided_by uuid constraint fk_finding_decider references identity.person (id),
        decided_at timestamptz,
        constraint uq_finding_number unique (project_id, number),
        constraint ck_finding_untargeted check (is_untargeted = (sum_kop is not null)),
        constraint ck_finding_answered check (state <> 'answered' or num_nulls(answer, answered_at) = 0),
        constraint ck_finding_decided check (state not in ('closed', 'unresolved') or num_nulls(decision, decided_by, decided_at) = 0)
      );
      create index ix_finding_open on monitoring.finding (due_on) where state in ('warned', 'answered');

      -- rule 64: one for each project.
      create table monitoring.conclusion (
        project_id uuid constraint pk_conclusion primary key constraint fk_conclusion_project references monitoring.project (id),
        state text not null default 'draft' constraint ck_conclusion_state check (state in ('draft', 'shown', 'objected', 'approved')),
        version integer not null default 0,
        result text not null constraint ck_conclusion_result check (result in ('done', 'partly', 'not-done')),
        money_use text not null constraint ck_conclusion_use check (money_use in ('targeted', 'untargeted')),
        grounds text not null constraint ck_conclusion_grounds check (grounds <> ''),
        recommendation text not null default '',
        -- Computed of the checked expenses; untargeted and unspent together are what returns.
        paid_kop bigint not null,
        accepted_kop bigint not null,
        untargeted_kop bigint not null constraint ck_conclusion_untargeted check (untargeted_kop >= 0),
        unspent_kop bigint not null constraint ck_conclusion_unspent check (unspent_kop >= 0),
        drafted_by uuid not null constraint fk_conclusion_author references identity.person (id),
        drafted_at timestamptz not null,
        shown_at timestamptz,
        objections_until date,
        objection text,
        objected_at timestamptz,
        agreed_at timestamptz,
        answer text,
        answered_at timestamptz,
        number text,
        approved_by uuid constraint fk_conclusion_approver references identity.person (id),
        approved_at timestamptz,
        paper jsonb,
        paper_sha256 text,
        constraint ck_conclusion_shown check (state = 'draft' or num_nulls(shown_at, objections_until) = 0),
        constraint ck_conclusion_answered check (state <> 'approved' or (objection is null) = (answer is null)),
        constraint ck_conclusion_approved check ((state = 'approved') = (approved_at is not null)
          and num_nulls(number, approved_by, approved_at, paper, paper_sha256) in (0, 5)),
        -- The second person is another one.
        constraint ck_conclusion_two_people check (approved_by <> drafted_by),
        constraint ck_conclusion_use_of_money check (money_use = 'untargeted' or untargeted_kop = 0)
      );
      create index ix_conclusion_state on monitoring.conclusion (state) where state <> 'approved';

      create table monitoring.refund (
        project_id uuid constraint pk_refund primary key constraint fk_refund_conclusion references monitoring.conclusion (project_id),
        order_number text not null,
        ordered_on date not null,
        due_on date not null,
        untargeted_kop bigint not null,
        unspent_kop bigint not null,
        returned_kop bigint not null default 0,
        constraint ck_refund_sum check (untargeted_kop >= 0 and unspent_kop >= 0 and untargeted_kop + unspent_kop > 0),
        constraint ck_refund_returned check (returned_kop between 0 and untargeted_kop + unspent_kop)
      );
      create index ix_refund_due on monitoring.refund (due_on) where returned_kop < untargeted_kop + unspent_kop;

      create table monitoring.refund_payment (
        project_id uuid not null constraint fk_refund_payment_refund references monitoring.refund (project_id),
        position integer not null,
        amount_kop bigint not null constraint ck_refund_payment_amount check (amount_kop > 0),
        paid_on date not null,
        document_number text not null constraint ck_refund_payment_document check (document_number <> ''),
        noted_by uuid not null constraint fk_refund_payment_noter references identity.person (id),
        constraint pk_refund_payment primary key (project_id, position)
      );

      -- Published: what was concluded on a project, once it is approved (rule 66).
      create view monitoring.v_conclusion as
        select c.project_id, p.organiser_id, p.competition_id, p.organisation_id, p.application_id, p.budget_year, c.number,
               c.result, c.money_use, c.paid_kop, c.accepted_kop, c.untargeted_kop, c.unspent_kop, c.approved_at
          from monitoring.conclusion c join monitoring.project p on p.id = c.project_id where c.state = 'approved';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
