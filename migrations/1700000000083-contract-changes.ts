import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked to be changed in a contract, the papers that change it, and the acts that stop or end it. */
export class ContractChanges1700000000083 implements MigrationInterface {
  name = 'ContractChanges1700000000083';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contracts.change_request (
        id uuid constraint pk_change_request primary key,
        contract_id uuid not null constraint fk_change_request_contract references contracts.contract (id) on delete cascade,
        number integer not null,
        state text not null default 'asked' constraint ck_change_request_state check (state in ('asked', 'decided', 'withdrawn')),
        asked_by uuid not null constraint fk_change_request_asker references identity.person (id),
        asked_at timestamptz not null,
        decided_by uuid constraint fk_change_request_decider references identity.person (id),
        decided_at timestamptz,
        constraint uq_change_request_number unique (contract_id, number),
        constraint ck_change_request_decided check ((state = 'decided') = (decided_at is not null))
      );
      create unique index uq_change_request_open on contracts.change_request (contract_id) where state = 'asked';

      -- Each part is decided by itself, with a reason.
      create table contracts.change_part (
        request_id uuid not null constraint fk_change_part_request references contracts.change_request (id) on delete cascade,
        kind text not null constraint ck_change_part_kind check (kind in ('time', 'content', 'budget', 'people')),
        reason text not null constraint ck_change_part_reason check (reason <> ''),
        before jsonb not null,
        after jsonb not null,
        is_accepted boolean,
        decision_reason text,
        constraint pk_change_part primary key (request_id, kind),
        constraint ck_change_part_decision check ((is_accepted is null) = (decision_reason is null))
      );

      -- An amendment («додаткова угода») or, for moves inside the limit, a notice: numbered in the contract.
      create table contracts.amendment (
        id uuid constraint pk_amendment primary key,
        contract_id uuid not null constraint fk_amendment_contract references contracts.contract (id) on delete cascade,
        request_id uuid not null constraint uq_amendment_request unique constraint fk_amendment_request references contracts.change_request (id) on delete cascade,
        kind text not null constraint ck_amendment_kind check (kind in ('amendment', 'notice')),
        number integer not null,
        made_on date not null,
        paper jsonb not null,
        paper_sha256 text not null,
        constraint uq_amendment_number unique (contract_id, kind, number)
      );

      create table contracts.act (
        id uuid constraint pk_act primary key,
        contract_id uuid not null constraint fk_act_contract references contracts.contract (id) on delete cascade,
        kind text not null constraint ck_act_kind check (kind in ('suspend', 'resume', 'end-early')),
        number text not null constraint ck_act_number check (number <> ''),
        act_on date not null,
        ground text constraint ck_act_ground check (ground in ('force-majeure', 'occupation', 'lost-allocation', 'liquidation', 'court', 'agreement')),
        note text not null,
        -- The settlement of an early end.
        paid_kop bigint,
        spent_kop bigint,
        return_kop bigint,
        return_until date,
        signed_by uuid not null constraint fk_act_signer references identity.person (id),
        signed_at timestamptz not null,
        paper jsonb not null,
        paper_sha256 text not null,
        constraint ck_act_grounded check ((kind = 'resume') = (ground is null)),
        constraint ck_act_settled check ((kind = 'end-early') = (num_nulls(paid_kop, spent_kop, return_kop) = 0)
          and num_nulls(paid_kop, spent_kop, return_kop) in (0, 3)),
        constraint ck_act_settlement check (spent_kop >= 0 and return_kop >= 0 and spent_kop + return_kop = paid_kop),
        constraint ck_act_return_day check (return_kop is null or (return_kop > 0) = (return_until is not null))
      );
      create index ix_act_contract on contracts.act (contract_id, signed_at);

      create view contracts.v_act as
        select id, contract_id, kind, number, act_on, ground, paid_kop, spent_kop, return_kop, return_until, signed_at
          from contracts.act;
      create view contracts.v_amendment as
        select id, contract_id, kind, number, made_on from contracts.amendment;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
