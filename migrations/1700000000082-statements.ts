import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements of the Treasury and what became of their rows. */
export class Statements1700000000082 implements MigrationInterface {
  name = 'Statements1700000000082';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contracts.statement (
        id uuid constraint pk_statement primary key,
        organiser_id uuid not null constraint fk_statement_organiser references identity.organiser (id),
        file_name text not null,
        file_sha256 text not null,
        from_on date not null,
        until_on date not null,
        taken_by uuid not null constraint fk_statement_taker references identity.person (id),
        taken_at timestamptz not null,
        constraint ck_statement_days check (from_on <= until_on),
        constraint uq_statement_file unique (organiser_id, file_sha256)
      );

      create table contracts.statement_row (
        statement_id uuid not null constraint fk_statement_row_statement references contracts.statement (id),
        -- As the file numbers it.
        number integer not null,
        document_number text not null,
        paid_on date not null,
        amount_kop bigint not null constraint ck_statement_row_amount check (amount_kop > 0),
        iban text not null,
        edrpou text,
        purpose text not null,
        outcome text not null constraint ck_statement_row_outcome check (outcome in ('matched', 'unknown', 'sum-differs', 'twice')),
        payment_id uuid constraint fk_statement_row_payment references contracts.payment (id),
        constraint pk_statement_row primary key (statement_id, number),
        constraint ck_statement_row_matched check (outcome = 'unknown' or payment_id is not null)
      );
      create unique index uq_statement_row_payment on contracts.statement_row (payment_id) where outcome = 'matched';

      alter table contracts.payment add column statement_id uuid constraint fk_payment_statement references contracts.statement (id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
