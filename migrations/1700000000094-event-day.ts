import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day of an event and what came of it: who was there, minutes and decisions, the outcome, certificates. */
export class EventDay1700000000094 implements MigrationInterface {
  name = 'EventDay1700000000094';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of those who are not in the list by name: on paper, online; women and men as counted or as people said.
      create table events.attendance (
        event_id uuid constraint pk_attendance primary key constraint fk_attendance_event references events.event (id),
        on_paper integer not null default 0,
        online integer not null default 0,
        organisations integer not null default 0,
        women integer,
        men integer,
        not_stated integer,
        noted_by uuid constraint fk_attendance_person references identity.person (id),
        noted_at timestamptz not null,
        constraint ck_attendance_counts check (least(on_paper, online, organisations, women, men, not_stated) >= 0)
      );

      create table events.outcome (
        event_id uuid constraint pk_outcome primary key constraint fk_outcome_event references events.event (id),
        summary text not null,
        next_steps text,
        no_document_reason text,
        written_at timestamptz not null
      );

      create table events.material (
        id uuid constraint pk_material primary key,
        event_id uuid not null constraint fk_material_event references events.event (id),
        document_id uuid not null constraint fk_material_document references documents.document (id),
        -- Of a photograph: what is to be seen, for those who do not see it.
        title text not null constraint ck_material_title check (title <> ''),
        added_at timestamptz not null
      );
      create index ix_material_event on events.material (event_id, id);

      create table events.minutes (
        event_id uuid constraint pk_minutes primary key constraint fk_minutes_event references events.event (id),
        number text,
        chair text not null,
        secretary text not null,
        present text,
        state text not null default 'draft' constraint ck_minutes_state check (state in ('draft', 'published')),
        published_at timestamptz,
        constraint ck_minutes_published check ((state = 'published') = (published_at is not null))
      );

      create table events.minutes_item (
        id uuid constraint pk_minutes_item primary key,
        event_id uuid not null constraint fk_minutes_item_minutes references events.minutes (event_id),
        position integer not null,
        heard text not null,
        spoke text,
        decided text,
        constraint uq_minutes_item unique (event_id, position)
      );

      -- What was decided: by whom, until when, and what shows that it was done.
      create table events.decision (
        id uuid constraint pk_decision primary key,
        event_id uuid not null constraint fk_decision_event references events.event (id),
        item_id uuid constraint fk_decision_item references events.minutes_item (id) on delete cascade,
        text text not null,
        responsible text not null,
        due_on date not null,
        state text not null default 'open' constraint ck_decision_state check (state in ('open', 'done', 'dropped')),
        proof text,
        closed_at timestamptz,
        constraint ck_decision_closed check ((state = 'open') = (closed_at is null) and (state = 'open') = (proof is null))
      );
      create index ix_decision_event on events.decision (event_id, due_on);

      create table events.certificate (
        id uuid constraint pk_certificate primary key,
        registration_id uuid not null constraint uq_certificate_registration unique
          constraint fk_certificate_registration references events.registration (id),
        code text not null constraint uq_certificate_code unique,
        issued_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
