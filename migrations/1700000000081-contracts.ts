import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts with those who won, what they hold, and the payments by them. */
export class Contracts1700000000081 implements MigrationInterface {
  name = 'Contracts1700000000081';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema contracts;

      -- What a competition may pay in its budget year: a row, so that orders at once meet at its lock and its check (rule 60).
      create table contracts.allocation (
        competition_id uuid constraint pk_allocation primary key constraint fk_allocation_competition references competitions.competition (id),
        year integer not null constraint ck_allocation_year check (year between 1991 and 2100),
        allocated_kop bigint not null constraint ck_allocation_sum check (allocated_kop >= 0),
        ordered_kop bigint not null default 0,
        constraint ck_allocation_not_exceeded check (ordered_kop between 0 and allocated_kop)
      );

      -- The text of contracts as an authority approved it; sections by key: {"subject": "…"}.
      create table contracts.template (
        organiser_id uuid not null constraint fk_template_organiser references identity.organiser (id),
        number integer not null constraint ck_template_number check (number >= 1),
        order_number text not null constraint ck_template_order check (order_number <> ''),
        order_on date not null,
        sections jsonb not null,
        made_by uuid not null constraint fk_template_author references identity.person (id),
        made_at timestamptz not null,
        constraint pk_template primary key (organiser_id, number)
      );

      create table contracts.contract (
        id uuid constraint pk_contract primary key,
        award_id uuid not null constraint uq_contract_award unique constraint fk_contract_award references awards.award (id),
        application_id uuid not null constraint fk_contract_application references applications.application (id),
        competition_id uuid not null constraint fk_contract_competition references contracts.allocation (competition_id),
        organiser_id uuid not null constraint fk_contract_organiser references identity.organiser (id),
        organisation_id uuid not null constraint fk_contract_organisation references identity.organisation (id),
        state text not null default 'draft' constraint ck_contract_state
          check (state in ('draft', 'offered', 'agreed', 'signed', 'in-force', 'suspended', 'completed', 'ended-early', 'dropped')),
        version integer not null default 0,
        -- Of the template; 0 = the text that came with the system.
        template_number integer not null,
        subject text not null constraint ck_contract_subject check (subject <> ''),
        sum_kop bigint not null constraint ck_contract_sum check (sum_kop > 0),
        starts_on date not null,
        ends_on date not null,
        place text not null default '',
        kpkvk text constraint ck_contract_kpkvk check (kpkvk ~ '^[0-9]{7}$'),
        kekv text constraint ck_contract_kekv check (kekv ~ '^[0-9]{4}$'),
        -- Asked of winners only.
        iban text constraint ck_contract_iban check (iban ~ '^UA[0-9]{27}$'),
        treasury_iban text constraint ck_contract_treasury_iban check (treasury_iban ~ '^UA[0-9]{27}$'),
        signer_name text,
        signer_position text,
        -- «Статуту», as it stands after «діє на підставі».
        ground text,
        details_by uuid constraint fk_contract_details references identity.person (id),
        details_at timestamptz,
        -- What the organisation asks to mend in the draft.
        remarks text,
        offered_at timestamptz,
        agreed_by uuid constraint fk_contract_agreed references identity.person (id),
        agreed_at timestamptz,
        number text constraint ck_contract_number check (number <> ''),
        signed_on date,
        signed_at timestamptz,
        signed_by uuid constraint fk_contract_signer references identity.person (id),
        -- What was signed, word for word, its checksum, and the file made of it.
        paper jsonb,
        paper_sha256 text,
        document_id uuid constraint fk_contract_document references documents.document (id),
        in_force_on date,
        ended_on date,
        ordered_kop bigint not null default 0,
        paid_kop bigint not null default 0,
        created_at timestamptz not null,
        constraint ck_contract_dates check (starts_on <= ends_on),
        constraint ck_contract_payments check (0 <= paid_kop and paid_kop <= ordered_kop and ordered_kop <= sum_kop),
        constraint ck_contract_details check (num_nulls(iban, signer_name, signer_position, ground, details_at) in (0, 5)),
        constraint ck_contract_offered check (state in ('draft', 'dropped') or (details_at is not null and kpkvk is not null and kekv is not null)),
        constraint ck_contract_signed check ((signed_at is not null) = (state in ('signed', 'in-force', 'suspended', 'completed', 'ended-early'))
          and num_nulls(number, signed_on, signed_at, signed_by, paper, paper_sha256) in (0, 6)),
        constraint ck_contract_in_force check (state not in ('in-force', 'suspended', 'completed') or in_force_on is not null),
        constraint ck_contract_ended check ((ended_on is not null) = (state in ('completed', 'ended-early')))
      );
      create unique index uq_contract_number on contracts.contract (organiser_id, number);
      create index ix_contract_competition on contracts.contract (competition_id);
      create index ix_contract_organisation on contracts.contract (organisation_id);
      create index ix_contract_application on contracts.contract (application_id);
      create index ix_contract_state on contracts.contract (organiser_id, state);

      create table contracts.stage (
        id uuid constraint pk_stage primary key,
        contract_id uuid not null constraint fk_stage_contract references contracts.contract (id) on delete cascade,
        position integer not null,
        -- 'YYYY-MM'
        month text constraint ck_stage_month check (month ~ '^[0-9]{4}-[0-9]{2}$'),
        title text not null,
        place text not null,
        constraint uq_stage_position unique (contract_id, position)
      );

      create table contracts.indicator (
        id uuid constraint pk_indicator primary key,
        contract_id uuid not null constraint fk_indicator_contract references contracts.contract (id) on delete cascade,
        position integer not null,
        kind text not null constraint ck_indicator_kind check (kind in ('quantitative', 'qualitative')),
        title text not null,
        unit text not null,
        baseline text not null,
        planned text not null,
        source text not null,
        constraint uq_indicator_position unique (contract_id, position)
      );

      create table contracts.budget_line (
        id uuid constraint pk_budget_line primary key,
        contract_id uuid not null constraint fk_budget_line_contract references contracts.contract (id) on delete cascade,
        position integer not null,
        category text not null,
        title text not null,
        -- As the proposal had it, and as changes left it; own and other money is not ours to move.
        first_kop bigint not null constraint ck_budget_line_first check (first_kop >= 0),
        funded_kop bigint not null constraint ck_budget_line_funded check (funded_kop >= 0),
        own_kop bigint not null constraint ck_budget_line_own check (own_kop >= 0),
        constraint uq_budget_line_position unique (contract_id, position)
      );

      create table contracts.instalment (
        id uuid constraint pk_instalment primary key,
        contract_id uuid not null constraint fk_instalment_contract references contracts.contract (id) on delete cascade,
        number integer not null constraint ck_instalment_number check (number >= 1),
        amount_kop bigint not null constraint ck_instalment_amount check (amount_kop > 0),
        due_on date not null,
        -- Paid only after a report was accepted.
        waits_for_report boolean not null default false,
        constraint uq_instalment_number unique (contract_id, number)
      );

      create table contracts.payment (
        id uuid constraint pk_payment primary key,
        organiser_id uuid not null constraint fk_payment_organiser references identity.organiser (id),
        competition_id uuid not null constraint fk_payment_competition references contracts.allocation (competition_id),
        contract_id uuid not null constraint fk_payment_contract references contracts.contract (id),
        instalment_id uuid constraint fk_payment_instalment references contracts.instalment (id),
        -- Of the order, in the authority and the year.
        number integer not null,
        state text not null default 'ordered' constraint ck_payment_state check (state in ('ordered', 'approved', 'paid', 'cancelled')),
        amount_kop bigint not null constraint ck_payment_amount check (amount_kop > 0),
        iban text not null,
        purpose text not null constraint ck_payment_purpose check (purpose <> ''),
        -- Which report was accepted, where the instalment waits for one.
        basis text,
        ordered_by uuid not null constraint fk_payment_orderer references identity.person (id),
        ordered_on date not null,
        ordered_at timestamptz not null,
        approvals_needed smallint not null constraint ck_payment_approvals check (approvals_needed in (1, 2)),
        document_number text,
        paid_on date,
        noted_by uuid constraint fk_payment_noter references identity.person (id),
        cancelled_at timestamptz,
        cancel_reason text,
        constraint ck_payment_paid check ((state = 'paid') = (paid_on is not null) and num_nulls(document_number, paid_on) in (0, 2)),
        constraint ck_payment_cancelled check ((state = 'cancelled') = (cancelled_at is not null) and num_nulls(cancelled_at, cancel_reason) in (0, 2)),
        constraint uq_payment_number unique (organiser_id, competition_id, number)
      );
      create index ix_payment_contract on contracts.payment (contract_id);
      create index ix_payment_competition on contracts.payment (competition_id, state);
      create unique index uq_payment_document on contracts.payment (organiser_id, document_number, paid_on) where state = 'paid';
      create unique index uq_payment_instalment on contracts.payment (instalment_id) where state <> 'cancelled';

      create table contracts.approval (
        payment_id uuid not null constraint fk_approval_payment references contracts.payment (id),
        person_id uuid not null constraint fk_approval_person references identity.person (id),
        approved_at timestamptz not null,
        constraint pk_approval primary key (payment_id, person_id)
      );

      -- Published: contracts without details of accounts and signers.
      create view contracts.v_contract as
        select id, number, signed_on, award_id, application_id, competition_id, organiser_id, organisation_id, subject, sum_kop,
               starts_on, ends_on, in_force_on, ended_on, state, ordered_kop, paid_kop
          from contracts.contract;
      -- What the rules of a competition say about contracts; null where nobody has entered it.
      create view contracts.v_terms as
        select id as competition_id, (rule_set #>> '{slots,contractDays,value}')::int as contract_days
          from competitions.competition;

      -- Of the card of an organisation, for its contract alone.
      create view contracts.v_recipient as select id as organisation_id, address, head_name from identity.organisation;
      create view contracts.v_payment as
        select id, number, contract_id, competition_id, organiser_id, instalment_id, state, amount_kop, purpose, ordered_on,
               document_number, paid_on
          from contracts.payment;
      create view contracts.v_instalment as
        select id, contract_id, number, amount_kop, due_on, waits_for_report from contracts.instalment;
      create view contracts.v_stage as select id, contract_id, position, month, title, place from contracts.stage;
      create view contracts.v_indicator as
        select id, contract_id, position, kind, title, unit, baseline, planned, source from contracts.indicator;
      create view contracts.v_budget_line as
        select id, contract_id, position, category, title, first_kop, funded_kop, own_kop from contracts.budget_line;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
