import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Allocation of the pot, the order, the awards. */
export class Awards1700000000010 implements MigrationInterface {
  name = 'Awards1700000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema awards;

      -- The pot is a row, so that two allocations at once meet at its lock and its check.
      create table awards.pot (
        competition_id uuid constraint pk_pot primary key constraint fk_pot_competition references competitions.competition (id),
        pot_kop bigint not null,
        awarded_kop bigint not null default 0,
        constraint ck_pot_not_exceeded check (awarded_kop between 0 and pot_kop)
      );

      create table awards.allocation_line (
        competition_id uuid not null constraint fk_allocation_competition references competitions.competition (id),
        application_id uuid constraint pk_allocation_line primary key constraint fk_allocation_application references applications.application (id),
        outcome text not null constraint ck_allocation_outcome check (outcome in ('funded', 'next', 'not-funded')),
        place integer,
        requested_kop bigint not null,
        cap_kop bigint not null,
        amount_kop bigint not null,
        -- Why nothing is given and nothing can be offered later.
        reason text constraint ck_allocation_reason check (reason in ('below-passing', 'not-supported')),
        session_item_id uuid not null constraint fk_allocation_item references sessions.item (id),
        adopted_at timestamptz not null,
        constraint ck_allocation_refusal check ((outcome = 'not-funded') = (reason is not null)),
        constraint ck_allocation_amount check (amount_kop >= 0 and amount_kop <= requested_kop and amount_kop <= cap_kop),
        constraint ck_allocation_funded check ((outcome = 'funded') = (amount_kop > 0))
      );
      create index ix_allocation_competition on awards.allocation_line (competition_id, place);

      create table awards.award_order (
        id uuid constraint pk_award_order primary key,
        competition_id uuid not null constraint uq_award_order_competition unique
          constraint fk_award_order_competition references competitions.competition (id),
        number text not null,
        signed_on date not null,
        signed_at timestamptz not null,
        signed_by uuid not null constraint fk_award_order_signer references identity.person (id),
        signer_name text not null,
        signer_position text not null,
        document_id uuid not null constraint fk_award_order_document references documents.document (id),
        constraint ck_award_order_number check (number <> '')
      );

      create table awards.award (
        id uuid constraint pk_award primary key,
        competition_id uuid not null constraint fk_award_competition references competitions.competition (id),
        application_id uuid not null constraint uq_award_application unique constraint fk_award_application references applications.application (id),
        order_id uuid not null constraint fk_award_order references awards.award_order (id),
        amount_kop bigint not null constraint ck_award_amount check (amount_kop > 0)
      );
      create index ix_award_competition on awards.award (competition_id);

      create view awards.v_award as select id, competition_id, application_id, amount_kop from awards.award;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
