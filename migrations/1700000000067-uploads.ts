import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that arrive in pieces, and what a virus scanner says of a file. */
export class Uploads1700000000067 implements MigrationInterface {
  name = 'Uploads1700000000067';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Real time throughout: an upload is a matter of the line, not of the calendar of competitions.
      create table documents.upload (
        id uuid constraint pk_upload primary key,
        person_id uuid not null constraint fk_upload_person references identity.person (id),
        target_kind text not null,
        target_id uuid not null,
        -- The place within the target, e.g. the key of a question.
        field text not null,
        name text not null,
        size bigint not null constraint ck_upload_size check (size > 0),
        -- When the file was last changed on the person's device, as the browser says: tells the same file again.
        modified text not null default '',
        began_at timestamptz not null,
        expires_at timestamptz not null,
        -- Set when the file is where it belongs.
        document_id uuid,
        -- The request that writes now; a lease that is not renewed runs out, so a dead process locks nobody out.
        leased_by uuid,
        leased_until timestamptz,
        is_wanted boolean not null default false,
        constraint ck_upload_lease check ((leased_by is null) = (leased_until is null))
      );
      create index ix_upload_person on documents.upload (person_id, target_id);
      create index ix_upload_expires on documents.upload (expires_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
