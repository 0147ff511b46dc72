import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes to an event: by a letter, through an operator, or as a group. */
export class EventRegistrations1700000000093 implements MigrationInterface {
  name = 'EventRegistrations1700000000093';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table events.registration (
        id uuid constraint pk_registration primary key,
        event_id uuid not null constraint fk_registration_event references events.event (id),
        state text not null constraint ck_registration_state check (state in ('asked', 'pending', 'confirmed', 'waitlisted',
          'offered', 'lapsed', 'rejected', 'withdrawn', 'attended', 'no-show')),
        -- The order in which people came: from the moment when the address was proved. Nobody overtakes.
        seq integer,
        channel text not null constraint ck_registration_channel check (channel in ('web', 'phone', 'paper')),
        entered_by uuid constraint fk_registration_operator references identity.person (id),
        person_id uuid constraint fk_registration_person references identity.person (id),
        language text not null constraint ck_registration_language check (language in ('uk', 'en')),
        full_name text not null,
        email text,
        phone text,
        organisation text,
        position text,
        seats integer not null default 1 constraint ck_registration_seats check (seats between 1 and 200),
        -- Who else comes, one in a line.
        names text,
        question text,
        -- For the one who prepares the event; in no list and no file.
        access_needs text,
        is_reserved boolean not null default false,
        as_media boolean not null default false,
        may_publish_name boolean not null default false,
        may_photograph boolean not null default false,
        consented_at timestamptz not null,
        code text not null,
        asked_at timestamptz not null,
        placed_at timestamptz,
        offered_until timestamptz,
        reason text,
        -- How many of the two reminders are behind.
        reminders integer not null default 0,
        checked_in_at timestamptz,
        checked_in_by uuid constraint fk_registration_checker references identity.person (id),
        constraint uq_registration_seq unique (event_id, seq),
        constraint uq_registration_code unique (event_id, code),
        constraint ck_registration_placed check ((state = 'asked' or state = 'withdrawn' or seq is not null)
          and (seq is null) = (placed_at is null)),
        constraint ck_registration_offer check ((state = 'offered') = (offered_until is not null)),
        constraint ck_registration_operator check ((channel = 'web') = (entered_by is null)),
        constraint ck_registration_reason check (state <> 'rejected' or reason is not null),
        constraint ck_registration_attended check ((state = 'attended') = (checked_in_at is not null))
      );
      -- One address comes once.
      create unique index uq_registration_email on events.registration (event_id, lower(email))
        where state in ('pending', 'confirmed', 'waitlisted', 'offered', 'attended') and channel <> 'paper';
      create index ix_registration_event on events.registration (event_id, state, seq);
      create index ix_registration_asked on events.registration (asked_at) where state = 'asked';
      create index ix_registration_offered on events.registration (offered_until) where state = 'offered';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
