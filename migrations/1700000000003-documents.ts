import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files and numbering series. */
export class Documents1700000000003 implements MigrationInterface {
  name = 'Documents1700000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema documents;

      create table documents.document (
        id uuid constraint pk_document primary key,
        owner_kind text not null,
        owner_id uuid not null,
        name text not null,
        media_type text not null,
        size bigint not null constraint ck_document_size check (size > 0),
        sha256 text not null,
        storage_key text not null constraint uq_document_storage_key unique,
        created_at timestamptz not null,
        created_by uuid
      );
      create index ix_document_owner on documents.document (owner_id, id);

      create table documents.number_series (
        organiser_id uuid not null constraint fk_number_series_organiser references identity.organiser (id),
        series text not null,
        year integer not null,
        last integer not null,
        constraint pk_number_series primary key (organiser_id, series, year)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
