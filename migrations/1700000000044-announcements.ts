import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Around an announcement: what people ask about it, and who wishes to hear of it. */
export class Announcements1700000000044 implements MigrationInterface {
  name = 'Announcements1700000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema announcements;

      create table announcements.inquiry (
        id uuid constraint pk_inquiry primary key,
        competition_id uuid not null constraint fk_inquiry_competition references competitions.competition (id),
        state text not null default 'asked' constraint ck_inquiry_state check (state in ('asked', 'answered', 'refused')),
        channel text not null constraint ck_inquiry_channel check (channel in ('page', 'phone')),
        asked_at timestamptz not null,
        -- As it was asked: may hold personal data, so it is for the authority only.
        words text not null constraint ck_inquiry_words check (words <> ''),
        -- Where to write the answer; forgotten with the answer or the refusal.
        asker_id uuid constraint fk_inquiry_asker references identity.person (id),
        email text,
        language text not null default 'uk' constraint ck_inquiry_language check (language in ('uk', 'en')),
        noted_by uuid constraint fk_inquiry_officer references identity.person (id),
        -- 1, 2, 3 … in the order of publication; the address of the answer.
        number integer,
        wording text,
        answer text,
        refusal_reason text,
        closed_by uuid constraint fk_inquiry_closer references identity.person (id),
        closed_at timestamptz,
        constraint uq_inquiry_number unique (competition_id, number),
        constraint ck_inquiry_noted check ((channel = 'phone') = (noted_by is not null)),
        constraint ck_inquiry_answered
          check ((state = 'answered') = (number is not null and wording is not null and answer is not null)),
        constraint ck_inquiry_refused check ((state = 'refused') = (refusal_reason is not null)),
        constraint ck_inquiry_closed check ((state = 'asked') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
        constraint ck_inquiry_forgotten check (state = 'asked' or (asker_id is null and email is null))
      );
      create index ix_inquiry_competition on announcements.inquiry (competition_id, id);
      create index ix_inquiry_waiting on announcements.inquiry (competition_id, asked_at) where state = 'asked';

      create function announcements.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what was answered or refused stays as it was' using errcode = 'restrict_violation';
      end $$;
      create trigger inquiry_kept before update or delete on announcements.inquiry for each row
        when (old.state <> 'asked') execute function announcements.refuse_change();

      -- Who hears of new calls (of one authority or of all), or of what happens to one competition.
      create table announcements.subscription (
        id uuid constraint pk_subscription primary key,
        person_id uuid constraint fk_subscription_person references identity.person (id),
        -- Of a subscriber without an account.
        email text,
        language text not null constraint ck_subscription_language check (language in ('uk', 'en')),
        organiser_id uuid constraint fk_subscription_organiser references identity.organiser (id),
        competition_id uuid constraint fk_subscription_competition references competitions.competition (id),
        asked_at timestamptz not null,
        -- Nothing is sent before the owner of the address has said yes.
        confirmed_at timestamptz,
        constraint ck_subscription_who check ((person_id is null) <> (email is null)),
        constraint ck_subscription_what check (organiser_id is null or competition_id is null),
        constraint uq_subscription unique nulls not distinct (person_id, email, organiser_id, competition_id)
      );
      create index ix_subscription_competition on announcements.subscription (competition_id, id);
      create index ix_subscription_unconfirmed on announcements.subscription (asked_at) where confirmed_at is null;

      -- Which subscription a letter came from, so that one click ends that one.
      create table announcements.subscription_letter (
        message_id uuid constraint pk_subscription_letter primary key,
        subscription_id uuid not null
          constraint fk_subscription_letter_subscription references announcements.subscription (id) on delete cascade
      );
      create index ix_subscription_letter on announcements.subscription_letter (subscription_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
