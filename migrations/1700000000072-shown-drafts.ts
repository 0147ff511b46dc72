import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An applicant shows a draft for an hour to somebody at the authority who helps by telephone. */
export class ShownDrafts1700000000072 implements MigrationInterface {
  name = 'ShownDrafts1700000000072';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.draft_showing (
        id uuid constraint pk_draft_showing primary key,
        application_id uuid not null constraint fk_draft_showing_application references applications.application (id),
        -- Only the hash: the code is said once.
        code_hash bytea not null constraint uq_draft_showing_code unique,
        shown_by uuid not null constraint fk_draft_showing_person references identity.person (id),
        shown_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index ix_draft_showing_application on applications.draft_showing (application_id);

      create table applications.draft_look (
        showing_id uuid not null constraint fk_draft_look_showing references applications.draft_showing (id),
        person_id uuid not null constraint fk_draft_look_person references identity.person (id),
        looked_at timestamptz not null,
        constraint pk_draft_look primary key (showing_id, person_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
