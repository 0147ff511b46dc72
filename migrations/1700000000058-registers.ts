import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an authority knows from others: imports with their source, and the entries that they brought. */
export class Registers1700000000058 implements MigrationInterface {
  name = 'Registers1700000000058';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema registers;

      create table registers.import (
        id uuid constraint pk_import primary key,
        organiser_id uuid not null constraint fk_import_organiser references identity.organiser (id),
        kind text not null constraint ck_import_kind
          check (kind in ('organisations', 'awards', 'offences', 'grants', 'undelivered')),
        state text not null default 'preview' constraint ck_import_state check (state in ('preview', 'applied', 'undone')),
        file_name text not null,
        file_sha256 text not null,
        -- Which column of the file holds which field: {"edrpou": "A"}.
        columns jsonb not null,
        source_title text not null constraint ck_import_source check (source_title <> ''),
        source_on date not null,
        source_by text not null constraint ck_import_source_by check (source_by <> ''),
        source_link text,
        -- The days about which the source says everything; empty where it does not say so.
        covers_from date,
        covers_until date,
        uploaded_by uuid not null constraint fk_import_officer references identity.person (id),
        uploaded_at timestamptz not null,
        applied_by uuid constraint fk_import_applier references identity.person (id),
        applied_at timestamptz,
        -- Rows by what came of them, once it was applied.
        added integer,
        changed integer,
        same integer,
        refused integer,
        undone_by uuid constraint fk_import_undoer references identity.person (id),
        undone_at timestamptz,
        undo_reason text,
        -- Entries that could not be taken back.
        kept integer,
        constraint ck_import_period check ((covers_from is null) = (covers_until is null) and covers_from <= covers_until),
        constraint ck_import_applied check ((state = 'preview') = (applied_at is null) and (applied_at is null) = (applied_by is null)
          and (applied_at is null) = (num_nulls(added, changed, same, refused) = 4) and num_nulls(added, changed, same, refused) in (0, 4)),
        constraint ck_import_undone check ((state = 'undone') = (undone_at is not null) and num_nulls(undone_at, undone_by, undo_reason, kept) in (0, 4))
      );
      create index ix_import_organiser on registers.import (organiser_id, id);
      create index ix_import_preview on registers.import (uploaded_at) where state = 'preview';

      create table registers.import_row (
        import_id uuid not null constraint fk_import_row_import references registers.import (id) on delete cascade,
        -- As the spreadsheet numbers it.
        number integer not null,
        -- As it was read, by field.
        cells jsonb not null,
        outcome text constraint ck_import_row_outcome check (outcome in ('new', 'changed', 'same', 'refused')),
        -- What was said about it then: refusals, warnings, differences.
        notes jsonb,
        constraint pk_import_row primary key (import_id, number)
      );

      create table registers.entry (
        id uuid constraint pk_entry primary key,
        organiser_id uuid not null constraint fk_entry_organiser references identity.organiser (id),
        kind text not null,
        -- Tells that two rows are about the same thing.
        key text not null,
        import_id uuid not null constraint fk_entry_import references registers.import (id),
        row_number integer not null,
        -- The later entry about the same thing; when that one is taken back, this one stands again.
        replaced_by uuid constraint fk_entry_replaced_by references registers.entry (id)
          on delete set null deferrable initially deferred,
        edrpou text not null constraint ck_entry_edrpou check (edrpou ~ '^[0-9]{8}$'),
        organisation_name text not null,
        year integer constraint ck_entry_year check (year between 1991 and 2100),
        title text,
        party text,
        amount_kop bigint constraint ck_entry_amount check (amount_kop >= 0),
        happened_on date,
        measure text constraint ck_entry_measure check (measure in ('none', 'warning', 'other')),
        note text,
        legal_form text constraint ck_entry_legal_form
          check (legal_form in ('public-association', 'separate-unit', 'creative-union', 'charity')),
        registered_on date,
        settlement text,
        constraint ck_entry_about check (kind = 'organisations' or (year is not null and title is not null)),
        constraint ck_entry_offence check (kind <> 'offences' or (happened_on is not null and measure is not null)),
        constraint ck_entry_award check (kind <> 'awards' or (amount_kop is not null and party is not null))
      );
      create unique index uq_entry_current on registers.entry (organiser_id, kind, key) where replaced_by is null;
      create index ix_entry_organisation on registers.entry (edrpou, organiser_id) where replaced_by is null;
      create index ix_entry_import on registers.entry (import_id);
      create index ix_entry_replaced_by on registers.entry (replaced_by) where replaced_by is not null;

      -- What stands now, with its source.
      create view registers.v_entry as
        select e.id, e.organiser_id, e.kind, e.edrpou, e.organisation_name, e.year, e.title, e.party, e.amount_kop,
               e.happened_on, e.measure, e.note, e.legal_form, e.registered_on, e.settlement, e.import_id,
               i.source_title, i.source_on, i.source_by, i.source_link, i.applied_at
          from registers.entry e join registers.import i on i.id = e.import_id
         where e.replaced_by is null;

      -- The days about which a source has said everything. Rows that were refused leave a gap, so they say nothing.
      create view registers.v_coverage as
        select id as import_id, organiser_id, kind, covers_from, covers_until, applied_at
          from registers.import where state = 'applied' and refused = 0 and covers_from is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
