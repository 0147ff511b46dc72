import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals on paper: the register of envelopes, and what a typed proposal lacks by the rules of the form. */
export class Envelopes1700000000070 implements MigrationInterface {
  name = 'Envelopes1700000000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.envelope (
        id uuid constraint pk_envelope primary key,
        competition_id uuid not null constraint fk_envelope_competition references competitions.competition (id),
        -- One series with the proposals that come through the portal (rule 19).
        register_code text not null constraint uq_envelope_register_code unique,
        state text not null constraint ck_envelope_state
          check (state in ('sealed', 'typing', 'checking', 'accepted', 'set-aside')),
        version integer not null default 1,
        incoming_number text not null,
        received_at timestamptz not null,
        channel text not null constraint ck_envelope_channel check (channel in ('in-person', 'post', 'courier', 'e-mail')),
        postmark_on date,
        sender text not null,
        email text,
        scan_document_id uuid constraint fk_envelope_scan references documents.document (id),
        receipt_document_id uuid constraint fk_envelope_receipt references documents.document (id),
        registered_by uuid not null constraint fk_envelope_registered_by references identity.person (id),
        registered_at timestamptz not null,
        application_id uuid constraint fk_envelope_application references applications.application (id)
          constraint uq_envelope_application unique,
        typed_by uuid constraint fk_envelope_typed_by references identity.person (id),
        checked_by uuid constraint fk_envelope_checked_by references identity.person (id),
        checked_at timestamptz,
        -- Why it was given back to be typed again, or set aside.
        note text not null default '',
        constraint uq_envelope_incoming unique (competition_id, incoming_number),
        constraint ck_envelope_typed check (state in ('sealed', 'set-aside') or (application_id is not null and typed_by is not null)),
        -- The second person is another one.
        constraint ck_envelope_two_people check (checked_by is null or checked_by <> typed_by),
        constraint ck_envelope_accepted check (state <> 'accepted' or (checked_by is not null and checked_at is not null)),
        constraint ck_envelope_set_aside check (state <> 'set-aside' or note <> '')
      );
      create index ix_envelope_competition on applications.envelope (competition_id, state, id);

      -- A proposal on paper is taken as it is: what the form would have refused is written beside it.
      alter table applications.submission add column flaws jsonb not null default '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
