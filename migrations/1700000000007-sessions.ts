import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of collegial bodies: agenda, attendance, ballots, minutes with two signatures. */
export class Sessions1700000000007 implements MigrationInterface {
  name = 'Sessions1700000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema sessions;

      create table sessions.session (
        id uuid constraint pk_commission_session primary key,
        -- The body that sits: its composition is identity.role_grant rows with this scope (a competition has its commission).
        scope_id uuid not null,
        organiser_id uuid not null constraint fk_commission_session_organiser references identity.organiser (id),
        kind text not null,
        number integer not null,
        state text not null constraint ck_commission_session_state 
          check (state in ('planned', 'open', 'closed', 'signed', 'cancelled')),
        body_name text not null,
        subject text not null,
        -- Quorum, majority and casting vote as they were when the session was planned.
        procedure jsonb not null,
        planned_at timestamptz not null,
        place text not null,
        members_total integer,
        quorum_needed integer,
        opened_at timestamptz,
        closed_at timestamptz,
        cancel_reason text,
        minutes_document_id uuid constraint fk_commission_session_minutes references documents.document (id),
        constraint uq_commission_session_number unique (scope_id, number),
        constraint ck_commission_session_signed check ((state = 'signed') = (minutes_document_id is not null)),
        constraint ck_commission_session_cancelled check ((state = 'cancelled') = (cancel_reason is not null))
      );

      create table sessions.attendance (
        session_id uuid not null constraint fk_attendance_session references sessions.session (id),
        person_id uuid not null constraint fk_attendance_person references identity.person (id),
        role text not null,
        full_name text not null,
        signing_name text not null,
        -- Was in the room at any time; with the times of who came late and who left early.
        is_present boolean not null,
        came_at timestamptz,
        left_at timestamptz,
        constraint ck_attendance_times check (is_present or (came_at is null and left_at is null)),
        constraint pk_attendance primary key (session_id, person_id)
      );

      create table sessions.item (
        id uuid constraint pk_session_item primary key,
        session_id uuid not null constraint fk_session_item_session references sessions.session (id),
        position integer not null,
        kind text not null,
        subject_id uuid not null,
        title text not null,
        proposal text not null,
        -- Page with the materials of the item, without the language prefix.
        path text,
        payload jsonb not null default '{}',
        result text constraint ck_session_item_result check (result in ('adopted', 'rejected', 'no-quorum')),
        constraint uq_session_item_position unique (session_id, position),
        constraint uq_session_item_subject unique (session_id, kind, subject_id)
      );
      create index ix_session_item_subject on sessions.item (subject_id);

      create table sessions.ballot (
        item_id uuid not null constraint fk_ballot_item references sessions.item (id),
        person_id uuid not null constraint fk_ballot_person references identity.person (id),
        vote text not null constraint ck_ballot_vote check (vote in ('for', 'against', 'abstained', 'recused')),
        reason text not null default '',
        cast_at timestamptz not null,
        constraint pk_ballot primary key (item_id, person_id),
        constraint ck_ballot_recusal_reason check (vote <> 'recused' or reason <> '')
      );

      create table sessions.signature (
        session_id uuid not null constraint fk_session_signature_session references sessions.session (id),
        role text not null constraint ck_session_signature_role check (role in ('commission-chair', 'commission-secretary')),
        person_id uuid not null constraint fk_session_signature_person references identity.person (id),
        signed_at timestamptz not null,
        constraint pk_session_signature primary key (session_id, role),
        constraint uq_session_signature_person unique (session_id, person_id)
      );

      create view sessions.v_session as
        select id, scope_id, kind, number, state, planned_at, opened_at, closed_at, minutes_document_id from sessions.session;

      -- Published: what stood on the agenda of which session, and how the vote ended once the minutes are signed.
      create view sessions.v_item as
        select i.id, i.session_id, s.scope_id, s.number as session_number, s.state as session_state, s.closed_at,
               i.kind, i.subject_id, i.payload, case when s.state = 'signed' then i.result end as result
          from sessions.item i join sessions.session s on s.id = i.session_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
