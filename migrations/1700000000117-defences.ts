import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The open defence: its days, the time of each proposal, who presents it, and how it went (rule 43). */
export class Defences1700000000117 implements MigrationInterface {
  name = 'Defences1700000000117';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.defence (
        competition_id uuid constraint pk_defence primary key
          constraint fk_defence_competition references competitions.competition (id),
        state text not null constraint ck_defence_state check (state in ('draft', 'published', 'cancelled')),
        version integer not null,
        order_by text not null constraint ck_defence_order check (order_by in ('register', 'lot', 'hand')),
        -- Of the lot: everybody knows its SHA-256 from the day on which the lot is chosen, itself with the agenda.
        seed text,
        published_at timestamptz,
        cancel_reason text,
        recording_url text,
        changed_at timestamptz not null,
        constraint ck_defence_seed check (order_by <> 'lot' or seed is not null),
        constraint ck_defence_published check ((state = 'draft') = (published_at is null)),
        constraint ck_defence_cancelled check ((state = 'cancelled') = (cancel_reason is not null))
      );

      create table evaluation.defence_day (
        id uuid constraint pk_defence_day primary key,
        competition_id uuid not null constraint fk_defence_day references evaluation.defence (competition_id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        place text,
        online_url text,
        is_online_public boolean not null,
        minutes_each integer not null constraint ck_defence_day_minutes check (minutes_each >= 1),
        pause_after integer,
        pause_minutes integer,
        removed_at timestamptz,
        constraint ck_defence_day_ends check (ends_at > starts_at),
        constraint ck_defence_day_where check (place is not null or online_url is not null),
        constraint ck_defence_day_pause check ((pause_after is null) = (pause_minutes is null))
      );
      create index ix_defence_day_competition on evaluation.defence_day (competition_id, starts_at) where removed_at is null;

      create table evaluation.defence_slot (
        application_id uuid constraint pk_defence_slot primary key
          constraint fk_defence_slot_application references applications.application (id),
        competition_id uuid not null constraint fk_defence_slot references evaluation.defence (competition_id),
        rank integer not null,
        -- Empty until the agenda is published.
        day_id uuid constraint fk_defence_slot_day references evaluation.defence_day (id),
        starts_at timestamptz,
        ends_at timestamptz,
        -- Put to a time of its own; a change of the days leaves it there.
        move_reason text,
        state text not null constraint ck_defence_slot_state check (state in ('planned', 'attended', 'missed')),
        questions text not null default '',
        version integer not null,
        -- Counts what calendars have to take over.
        sequence integer not null,
        changed_at timestamptz not null,
        noted_at timestamptz,
        -- The session whose minutes say how it went.
        session_id uuid,
        constraint ck_defence_slot_time check ((day_id is null) = (starts_at is null) and (starts_at is null) = (ends_at is null)),
        constraint ck_defence_slot_noted check ((state = 'planned') = (noted_at is null))
      );
      create index ix_defence_slot_competition on evaluation.defence_slot (competition_id, starts_at);
      create index ix_defence_slot_day on evaluation.defence_slot (day_id);

      -- The name goes when it is not needed any more; what the person is to the organisation stays.
      create table evaluation.defence_presenter (
        application_id uuid not null constraint fk_defence_presenter_application references applications.application (id),
        position integer not null,
        full_name text,
        capacity text not null constraint ck_defence_presenter_capacity check (capacity in ('head', 'authorised')),
        named_at timestamptz not null,
        constraint pk_defence_presenter primary key (application_id, position)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
