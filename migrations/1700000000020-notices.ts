import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice lies in the cabinet too, knows how it was delivered, and may start a clock. */
export class Notices1700000000020 implements MigrationInterface {
  name = 'Notices1700000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A term that begins when an organisation has been told: one row per notice, however many people the letters go to.
      create table notifications.clock (
        id uuid constraint pk_clock primary key,
        organiser_id uuid not null constraint fk_clock_organiser references identity.organiser (id),
        organisation_id uuid not null constraint fk_clock_organisation references identity.organisation (id),
        about_id uuid not null,
        template text not null,
        cause text not null,
        queued_at timestamptz not null,
        call_due_at timestamptz not null,
        opened_at timestamptz,
        told_at timestamptz,
        constraint uq_clock_cause unique (about_id, template, organisation_id, cause)
      );
      create index ix_clock_untold on notifications.clock (organiser_id, call_due_at)
        where opened_at is null and told_at is null;

      create table notifications.call (
        id uuid constraint pk_call primary key,
        clock_id uuid not null constraint fk_call_clock references notifications.clock (id),
        called_at timestamptz not null,
        called_by uuid not null constraint fk_call_person references identity.person (id),
        is_reached boolean not null,
        whom text,
        said text,
        noted_at timestamptz not null,
        constraint ck_call_reached check (not is_reached or (whom is not null and said is not null))
      );
      create index ix_call_clock on notifications.call (clock_id, called_at);

      -- How a person wants to learn of what is not obligatory; no row = at once, everything.
      create table notifications.preference (
        person_id uuid constraint pk_preference primary key
          constraint fk_preference_person references identity.person (id),
        frequency text not null constraint ck_preference_frequency check (frequency in ('at-once', 'daily', 'cabinet')),
        daily_hour smallint not null constraint ck_preference_daily_hour check (daily_hour between 0 and 23),
        muted text[] not null,
        changed_at timestamptz not null
      );

      alter table notifications.message
        add column organiser_id uuid constraint fk_message_organiser references identity.organiser (id),
        add column kind text not null default 'work',
        add column path text,
        add column clock_id uuid constraint fk_message_clock references notifications.clock (id),
        add column refused_at timestamptz,
        add column returned_on date,
        add column return_said text,
        add column return_noted_at timestamptz,
        add column opened_at timestamptz,
        add column gather_until timestamptz,
        add column digest_id uuid constraint fk_message_digest references notifications.message (id),
        add constraint ck_message_returned check (num_nulls(returned_on, return_said, return_noted_at) in (0, 3)),
        add constraint ck_message_gathered check ((state = 'gathered') = (gather_until is not null));
      alter table notifications.message
        drop constraint ck_message_state,
        add constraint ck_message_state
          check (state in ('queued', 'sending', 'sent', 'failed', 'refused', 'gathered', 'kept'));
      update notifications.message set kind = case split_part(template, '.', 1)
        when 'identity' then 'account' when 'awards' then 'decision' when 'sessions' then 'duty' else 'work' end;

      drop index notifications.ix_message_state;
      create index ix_message_unsent on notifications.message (state, id)
        where state in ('queued', 'sending', 'failed', 'refused');
      create index ix_message_unread on notifications.message (to_person_id)
        where opened_at is null and not holds_secret and kind <> 'digest';
      create index ix_message_organiser on notifications.message (organiser_id, id);
      create index ix_message_clock on notifications.message (clock_id) where clock_id is not null;
      create index ix_message_gathered on notifications.message (gather_until, to_person_id)
        where state = 'gathered' and digest_id is null;

      -- Published: how many notices a person has not opened; counted no further than anyone would read.
      create function notifications.unread(person uuid) returns integer language sql stable as $$
        select count(*)::int
          from (select from notifications.message
                 where to_person_id = person and opened_at is null and not holds_secret and kind <> 'digest' limit 100) unread
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
