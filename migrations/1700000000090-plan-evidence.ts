import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What proves that a measure is carried out, and what bodies answer about a quarter. */
export class PlanEvidence1700000000090 implements MigrationInterface {
  name = 'PlanEvidence1700000000090';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Only what was decided: what is suggested is asked of the libs where it happens.
      create table plan.evidence (
        id uuid constraint pk_evidence primary key,
        instance_id uuid not null constraint fk_evidence_instance references plan.instance (id),
        -- The fact of the trail; empty for what was written by hand.
        fact_id uuid constraint uq_evidence_fact unique,
        fact_name text,
        state text not null constraint ck_evidence_state check (state in ('confirmed', 'excluded')),
        happened_on date not null,
        words text not null constraint ck_evidence_words check (words <> ''),
        words_en text,
        path text,
        link text,
        figures jsonb not null default '{}',
        -- Why it is excluded.
        note text,
        decided_by uuid not null constraint fk_evidence_person references identity.person (id),
        decided_at timestamptz not null,
        constraint ck_evidence_fact check ((fact_id is null) = (fact_name is null)),
        constraint ck_evidence_note check (state = 'confirmed' or note is not null)
      );
      create index ix_evidence_instance on plan.evidence (instance_id, happened_on);

      -- What a body says about one measure in one quarter.
      create table plan.answer (
        id uuid constraint pk_answer primary key,
        slice_id uuid not null constraint fk_answer_slice references plan.slice (id),
        body_id uuid not null constraint fk_answer_body references plan.body (id),
        state text not null constraint ck_answer_state check (state in ('draft', 'submitted', 'returned', 'accepted')),
        was_held boolean not null,
        narrative text,
        events integer constraint ck_answer_events check (events >= 0),
        people integer constraint ck_answer_people check (people >= 0),
        organisations integer constraint ck_answer_organisations check (organisations >= 0),
        -- Rows of consultations or of statutes, as the form of the measure asks.
        rows jsonb not null default '[]',
        channel text not null constraint ck_answer_channel check (channel in ('link', 'letter', 'file')),
        letter text,
        letter_on date,
        -- Empty: somebody with the link.
        entered_by uuid constraint fk_answer_person references identity.person (id),
        submitted_at timestamptz,
        return_reason text,
        version integer not null default 1,
        constraint uq_answer unique (slice_id, body_id),
        constraint ck_answer_submitted check (state = 'draft' or submitted_at is not null),
        constraint ck_answer_returned check (state <> 'returned' or return_reason is not null),
        constraint ck_answer_letter check ((letter is null) = (letter_on is null)),
        constraint ck_answer_not_held check (was_held or (events is null and people is null and organisations is null and rows = '[]'))
      );
      create index ix_answer_body on plan.answer (body_id);

      -- The way in for a clerk without an account: its address holds the id and a proof, nothing here is secret.
      create table plan.clerk_link (
        id uuid constraint pk_clerk_link primary key,
        plan_id uuid not null constraint fk_clerk_link_plan references measures.plan (id),
        body_id uuid not null constraint fk_clerk_link_body references plan.body (id),
        quarter integer not null constraint ck_clerk_link_quarter check (quarter between 1 and 4),
        sent_at timestamptz not null,
        opened_at timestamptz,
        constraint uq_clerk_link unique (plan_id, body_id, quarter)
      );
      create index ix_clerk_link_body on plan.clerk_link (body_id);

      -- A step of the calendar of a quarter that was made: letters asked, reminded, told of lateness.
      create table plan.letter_round (
        plan_id uuid not null constraint fk_letter_round_plan references measures.plan (id),
        quarter integer not null,
        step text not null constraint ck_letter_round_step check (step in ('ask', 'remind', 'late')),
        done_at timestamptz not null,
        letters integer not null,
        constraint pk_letter_round primary key (plan_id, quarter, step)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
