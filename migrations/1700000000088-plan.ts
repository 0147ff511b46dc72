import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan carried out: territories, bodies, who answers for which measure, due times and their quarters. */
export class Plan1700000000088 implements MigrationInterface {
  name = 'Plan1700000000088';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema plan;

      -- The official codifier (КАТОТТГ), as it was brought.
      create table plan.territory (
        code text constraint pk_territory primary key constraint ck_territory_code check (code ~ '^UA[0-9]{17}$'),
        category text not null constraint ck_territory_category check (category ~ '^[A-Z]{1,2}$'),
        name text not null,
        parent_code text constraint fk_territory_parent references plan.territory (code) deferrable initially deferred
      );
      create index ix_territory_parent on plan.territory (parent_code);
      create table plan.territory_file (
        only_row boolean constraint pk_territory_file primary key default true constraint ck_territory_file_one check (only_row),
        title text not null,
        is_extract boolean not null,
        sha256 text not null,
        rows integer not null,
        imported_at timestamptz not null
      );

      -- A concrete body of a party of the plan, from day to day.
      create table plan.body (
        id uuid constraint pk_body primary key,
        organiser_id uuid not null constraint fk_body_organiser references identity.organiser (id),
        -- The key of the party in the plan: district-administrations.
        class_key text not null,
        name text not null constraint ck_body_name check (name <> ''),
        territory_code text constraint fk_body_territory references plan.territory (code),
        email text,
        contact_name text,
        phone text,
        valid_from date not null,
        -- The last day on which it acts.
        valid_until date,
        successor_id uuid constraint fk_body_successor references plan.body (id),
        -- The authority of the plan itself: its report is its answer.
        is_own boolean not null default false,
        -- Cannot carry anything out: neither a refusal nor a failure.
        hindered text constraint ck_body_hindered check (hindered in ('occupation', 'evacuation', 'other')),
        hindered_from date,
        hindered_until date,
        hindered_basis text,
        version integer not null default 1,
        constraint uq_body unique (organiser_id, class_key, name, valid_from),
        constraint ck_body_days check (valid_until >= valid_from),
        constraint ck_body_successor check (successor_id is null or (valid_until is not null and successor_id <> id)),
        constraint ck_body_hindrance check ((hindered is null) = (hindered_from is null)
          and (hindered is null) = (hindered_basis is null) and (hindered_until is null or hindered_until >= hindered_from))
      );
      create index ix_body_successor on plan.body (successor_id) where successor_id is not null;

      -- A body that answers for a measure, with its consent.
      create table plan.party_body (
        id uuid constraint pk_party_body primary key,
        measure_id uuid not null,
        position integer not null,
        body_id uuid not null constraint fk_party_body_body references plan.body (id),
        consent text not null constraint ck_party_body_consent
          check (consent in ('not-needed', 'not-asked', 'asked', 'consented', 'declined', 'no-answer', 'withdrawn')),
        since date not null,
        letter_out text,
        letter_out_on date,
        letter_in text,
        letter_in_on date,
        constraint fk_party_body_party foreign key (measure_id, position) references measures.measure_party (measure_id, position),
        constraint uq_party_body unique (measure_id, body_id),
        constraint ck_party_body_out check ((letter_out is null) = (letter_out_on is null)),
        constraint ck_party_body_in check ((letter_in is null) = (letter_in_on is null)),
        constraint ck_party_body_letters check (consent not in ('consented', 'declined', 'withdrawn') or letter_in is not null)
      );
      create index ix_party_body_body on plan.party_body (body_id);

      -- A due time of a measure.
      create table plan.instance (
        id uuid constraint pk_instance primary key,
        plan_id uuid not null constraint fk_instance_plan references measures.plan (id),
        measure_id uuid not null constraint fk_instance_measure references measures.measure (id),
        ordinal integer not null,
        window_from date not null,
        due_on date not null,
        state text not null default 'planned' constraint ck_instance_state
          check (state in ('planned', 'open', 'in-progress', 'done', 'done-partly', 'not-done', 'moved', 'cancelled')),
        -- Why it ended so.
        reason text,
        -- The act by which it was moved or cancelled.
        act_number text,
        act_on date,
        moved_from uuid constraint fk_instance_moved_from references plan.instance (id),
        -- In writing: contributions that are not waited for.
        waiver text,
        waived_by uuid constraint fk_instance_waiver references identity.person (id),
        version integer not null default 1,
        constraint uq_instance unique (measure_id, ordinal),
        constraint ck_instance_window check (due_on >= window_from),
        constraint ck_instance_reason check (state not in ('done-partly', 'not-done', 'moved', 'cancelled') or reason is not null),
        constraint ck_instance_act check (state not in ('moved', 'cancelled') or (act_number is not null and act_on is not null))
      );
      create index ix_instance_plan on plan.instance (plan_id, measure_id);
      create index ix_instance_moved_from on plan.instance (moved_from) where moved_from is not null;

      -- A quarter of a due time in which it is reported on.
      create table plan.slice (
        id uuid constraint pk_slice primary key,
        instance_id uuid not null constraint fk_slice_instance references plan.instance (id),
        year integer not null,
        quarter integer not null constraint ck_slice_quarter check (quarter between 1 and 4),
        from_on date not null,
        until_on date not null,
        constraint uq_slice unique (instance_id, year, quarter)
      );

      -- What stands beside the official words of a measure, which never change.
      create table plan.measure_note (
        measure_id uuid constraint pk_measure_note primary key constraint fk_measure_note_measure references measures.measure (id),
        plain_title text,
        expected_result text,
        next_step text,
        contact text,
        -- What bodies answer with: figures, or rows of consultations or of statutes.
        form text not null default 'plain' constraint ck_measure_note_form check (form in ('plain', 'consultations', 'statutes'))
      );

      create table plan.plan_setting (
        plan_id uuid constraint pk_plan_setting primary key constraint fk_plan_setting_plan references measures.plan (id),
        sends_letters boolean not null default false,
        expanded_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
