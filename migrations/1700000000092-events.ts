import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trigrams } from './trigrams.js';

/** Gatherings of people: trainings, forums, open days; what was said about them before stays beside them. */
export class Events1700000000092 implements MigrationInterface {
  name = 'Events1700000000092';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema events;

      create domain events.known as text not null default 'unknown'
        constraint ck_known check (value in ('yes', 'no', 'unknown'));

      create table events.event (
        id uuid constraint pk_event primary key,
        organiser_id uuid not null constraint fk_event_organiser references identity.organiser (id),
        measure_id uuid constraint fk_event_measure references measures.measure (id),
        state text not null default 'draft' constraint ck_event_state
          check (state in ('draft', 'published', 'held', 'reported', 'postponed', 'cancelled')),
        version integer not null default 1,
        kind text not null constraint ck_event_kind check (kind in ('training', 'seminar', 'lecture', 'workshop', 'forum',
          'conference', 'round-table', 'public-hearing', 'assembly', 'meeting', 'online-conference', 'open-day',
          'study-visit', 'council-session', 'donor-meeting', 'celebration')),
        title text not null constraint ck_event_title check (title <> ''),
        title_en text,
        summary text constraint ck_event_summary check (length(summary) <= 240),
        summary_en text constraint ck_event_summary_en check (length(summary_en) <= 240),
        description text,
        audience text,
        -- What to bring, and what else only those who come need to know.
        bring text,
        co_hosts text,
        format text not null default 'in-person' constraint ck_event_format check (format in ('in-person', 'online', 'hybrid')),
        starts_at timestamptz,
        ends_at timestamptz,
        settlement text,
        venue text,
        address text,
        directions text,
        location_visibility text not null default 'public'
          constraint ck_event_location check (location_visibility in ('public', 'after-confirmation')),
        -- Of those who are registered only.
        online_url text,
        step_free events.known,
        shelter events.known,
        sign_language events.known,
        captions events.known,
        childcare events.known,
        transport events.known,
        registration text not null default 'none'
          constraint ck_event_registration check (registration in ('none', 'open', 'approval', 'invite', 'external')),
        registration_url text,
        registration_opens_at timestamptz,
        registration_closes_at timestamptz,
        capacity integer constraint ck_event_capacity check (capacity > 0),
        reserved_seats integer not null default 0
          constraint ck_event_reserved check (reserved_seats >= 0 and reserved_seats <= coalesce(capacity, 0)),
        waitlist text not null default 'off' constraint ck_event_waitlist check (waitlist in ('off', 'auto', 'offer')),
        cutoff_hours integer not null default 24 constraint ck_event_cutoff check (cutoff_hours between 0 and 240),
        takes_media boolean not null default false,
        contact_name text,
        contact_phone text,
        contact_email text,
        state_reason text,
        -- Rises with everything that a calendar must learn.
        sequence integer not null default 0,
        created_at timestamptz not null,
        published_at timestamptz,
        held_at timestamptz,
        reported_at timestamptz,
        changed_at timestamptz not null,
        search_form text not null generated always as (platform.search_form(title || ' ' || coalesce(title_en, '') || ' ' ||
          coalesce(summary, '') || ' ' || coalesce(settlement, '') || ' ' ||
          case when location_visibility = 'public' then coalesce(venue, '') || ' ' || coalesce(address, '') else '' end)) stored,
        constraint ck_event_times check (ends_at > starts_at),
        constraint ck_event_published check (state = 'draft' or (published_at is not null and summary is not null
          and starts_at is not null and ends_at is not null and contact_name is not null)),
        constraint ck_event_external check (registration <> 'external' or state = 'draft' or registration_url is not null),
        constraint ck_event_reason check ((state in ('postponed', 'cancelled')) = (state_reason is not null)),
        constraint ck_event_held check (state not in ('held', 'reported') or held_at is not null),
        constraint ck_event_reported check ((state = 'reported') = (reported_at is not null))
      );
      create index ix_event_organiser on events.event (organiser_id, starts_at desc);
      create index ix_event_measure on events.event (measure_id, starts_at desc) where state <> 'draft';
      create index ix_event_public on events.event (starts_at) where state <> 'draft';
      create index ix_event_search on events.event using gin (search_form ${await trigrams(db)});

      -- What everybody had already read, and what stands now: never overwritten.
      create table events.change (
        id uuid constraint pk_change primary key,
        event_id uuid not null constraint fk_change_event references events.event (id),
        number integer not null,
        kind text not null constraint ck_change_kind check (kind in ('changed', 'postponed', 'rescheduled', 'cancelled')),
        changed_at timestamptz not null,
        changed_by uuid constraint fk_change_person references identity.person (id),
        reason text,
        before jsonb not null,
        after jsonb not null,
        constraint uq_change_number unique (event_id, number)
      );

      create view events.v_event as
        select id, organiser_id, measure_id, state, kind, title, title_en, summary, summary_en, settlement, starts_at, ends_at,
               format, published_at, held_at, reported_at, changed_at
          from events.event where state <> 'draft';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
