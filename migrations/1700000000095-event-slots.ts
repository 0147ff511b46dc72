import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of an event with places of their own: slots of an open day, sessions of a programme; stalls. */
export class EventSlots1700000000095 implements MigrationInterface {
  name = 'EventSlots1700000000095';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table events.slot (
        id uuid constraint pk_slot primary key,
        event_id uuid not null constraint fk_slot_event references events.event (id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        -- Of a session; a slot of an open day is named by its host.
        title text,
        host text not null,
        place text,
        guide text,
        -- Documents to bring, how to come in.
        note text,
        capacity integer constraint ck_slot_capacity check (capacity > 0),
        step_free events.known,
        shelter events.known,
        constraint ck_slot_times check (ends_at > starts_at)
      );
      create index ix_slot_event on events.slot (event_id, host, starts_at);

      create table events.registration_slot (
        registration_id uuid not null
          constraint fk_registration_slot_registration references events.registration (id) on delete cascade,
        slot_id uuid not null constraint fk_registration_slot_slot references events.slot (id),
        seats integer not null constraint ck_registration_slot_seats check (seats > 0),
        constraint pk_registration_slot primary key (registration_id, slot_id)
      );
      create index ix_registration_slot on events.registration_slot (slot_id);

      create table events.stall (
        id uuid constraint pk_stall primary key,
        event_id uuid not null constraint fk_stall_event references events.event (id),
        organisation text not null,
        about text not null,
        contact_name text not null,
        email text not null,
        language text not null constraint ck_stall_language check (language in ('uk', 'en')),
        state text not null default 'applied' constraint ck_stall_state check (state in ('applied', 'allocated', 'refused')),
        place text,
        set_up_at timestamptz,
        reason text,
        applied_at timestamptz not null,
        constraint ck_stall_allocated check ((state = 'allocated') = (place is not null and set_up_at is not null)),
        constraint ck_stall_refused check ((state = 'refused') = (reason is not null))
      );
      create unique index uq_stall_email on events.stall (event_id, lower(email));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
