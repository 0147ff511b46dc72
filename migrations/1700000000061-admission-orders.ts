import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the conditions say that the authority admits: the officer hands the verdicts over, the director signs. */
export class AdmissionOrders1700000000061 implements MigrationInterface {
  name = 'AdmissionOrders1700000000061';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.admission_order (
        id uuid constraint pk_admission_order primary key,
        competition_id uuid not null constraint fk_admission_order_competition references competitions.competition (id),
        state text not null default 'prepared'
          constraint ck_admission_order_state check (state in ('prepared', 'signed', 'returned')),
        prepared_by uuid not null constraint fk_admission_order_preparer references identity.person (id),
        prepared_at timestamptz not null,
        number text constraint ck_admission_order_number check (number <> ''),
        signed_on date,
        signed_at timestamptz,
        signed_by uuid constraint fk_admission_order_signer references identity.person (id),
        signer_name text,
        signer_position text,
        document_id uuid constraint fk_admission_order_document references documents.document (id),
        -- Why it came back to the officer.
        return_reason text not null default '',
        returned_at timestamptz,
        -- Two people: whoever prepared it does not sign it.
        constraint ck_admission_order_two_people check (signed_by <> prepared_by),
        constraint ck_admission_order_signed check ((state = 'signed') = (signed_at is not null)
          and (state = 'signed') = (number is not null and signed_on is not null and signed_by is not null
            and signer_name is not null and signer_position is not null and document_id is not null)),
        constraint ck_admission_order_returned check ((state = 'returned') = (returned_at is not null))
      );
      create unique index uq_admission_order_prepared on applications.admission_order (competition_id)
        where state = 'prepared';
      create index ix_admission_order_competition on applications.admission_order (competition_id, prepared_at);

      alter table applications.application
        add column admission_order_id uuid
          constraint fk_application_admission_order references applications.admission_order (id);
      create index ix_application_admission_order on applications.application (admission_order_id)
        where admission_order_id is not null;

      -- The officer leaves it to the commission (rules 9, 10).
      alter table applications.admission_draft add column needs_vote boolean not null default false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
