import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals given back so that flaws are mended (rule 38): once, only the named pages, inside a term. */
export class Mendings1700000000071 implements MigrationInterface {
  name = 'Mendings1700000000071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.mending (
        application_id uuid constraint pk_mending primary key constraint fk_mending_application references applications.application (id),
        state text not null constraint ck_mending_state check (state in ('open', 'sent', 'checked', 'expired')),
        -- [{ "part": "budget", "what": "…" }]: the pages of the form that are open, and what is wrong there.
        flaws jsonb not null constraint ck_mending_flaws check (jsonb_array_length(flaws) > 0),
        -- The slot of the frozen rules, as it was when the proposal was given back.
        working_days integer not null constraint ck_mending_days check (working_days > 0),
        base_number integer not null,
        returned_by uuid not null constraint fk_mending_returned_by references identity.person (id),
        returned_at timestamptz not null,
        warned_at timestamptz,
        sent_by uuid constraint fk_mending_sent_by references identity.person (id),
        sent_at timestamptz,
        sent_number integer,
        expired_at timestamptz,
        is_mended boolean,
        check_note text not null default '',
        checked_by uuid constraint fk_mending_checked_by references identity.person (id),
        checked_at timestamptz,
        constraint ck_mending_sent check (state not in ('sent', 'checked') or (sent_number > base_number and sent_at is not null)),
        constraint ck_mending_expired check (state <> 'expired' or expired_at is not null),
        -- rule 37: what is not mended says why
        constraint ck_mending_checked check (state <> 'checked' or (is_mended is not null and checked_by is not null and (is_mended or check_note <> ''))),
        -- Of paper the officer types the mending too: another one checks it.
        constraint ck_mending_two_people check (checked_by is null or checked_by <> sent_by)
      );
      create index ix_mending_open on applications.mending (returned_at) where state = 'open';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
