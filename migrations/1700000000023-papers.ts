import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How binding papers are signed and registered, and files that were withdrawn from publication. */
export class Papers1700000000023 implements MigrationInterface {
  name = 'Papers1700000000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A signature that stands outside the system; without one a paper is confirmed in the system.
      create table documents.paper_signature (
        id uuid constraint pk_paper_signature primary key,
        owner_kind text not null,
        owner_id uuid not null,
        form text not null constraint ck_paper_signature_form check (form in ('kep', 'paper')),
        document_id uuid not null constraint uq_paper_signature_document unique
          constraint fk_paper_signature_document references documents.document (id),
        -- rule 79: what nobody has verified is never shown as valid.
        is_verified boolean not null default false constraint ck_paper_signature_verified check (form = 'kep' or not is_verified),
        added_by uuid not null constraint fk_paper_signature_person references identity.person (id),
        added_at timestamptz not null
      );
      create index ix_paper_signature_owner on documents.paper_signature (owner_id, id);

      -- Number and date in the office document system; the last one counts, the earlier ones stay.
      create table documents.paper_registration (
        id uuid constraint pk_paper_registration primary key,
        owner_kind text not null,
        owner_id uuid not null,
        number text not null constraint ck_paper_registration_number check (number <> ''),
        registered_on date not null,
        added_by uuid not null constraint fk_paper_registration_person references identity.person (id),
        added_at timestamptz not null
      );
      create index ix_paper_registration_owner on documents.paper_registration (owner_id, id);

      create table documents.withdrawal (
        document_id uuid constraint pk_withdrawal primary key constraint fk_withdrawal_document references documents.document (id),
        reason text not null constraint ck_withdrawal_reason check (reason <> ''),
        -- 'sealed': the bytes are kept for a court, and nobody can open them here.
        fate text not null constraint ck_withdrawal_fate check (fate in ('erased', 'sealed')),
        replacement_id uuid constraint fk_withdrawal_replacement references documents.document (id),
        withdrawn_by uuid not null constraint fk_withdrawal_person references identity.person (id),
        withdrawn_at timestamptz not null,
        constraint ck_withdrawal_replacement check (replacement_id <> document_id)
      );
      create index ix_withdrawal_replacement on documents.withdrawal (replacement_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
