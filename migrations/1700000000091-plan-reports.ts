import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on the plan: drafted, checked by a second person, signed and frozen; and plans that are being written. */
export class PlanReports1700000000091 implements MigrationInterface {
  name = 'PlanReports1700000000091';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan.report (
        id uuid constraint pk_report primary key,
        plan_id uuid not null constraint fk_report_plan references measures.plan (id),
        quarter integer not null constraint ck_report_quarter check (quarter between 1 and 4),
        state text not null constraint ck_report_state check (state in ('draft', 'for-check', 'checked', 'signed')),
        drafted_by uuid not null constraint fk_report_drafter references identity.person (id),
        drafted_at timestamptz not null,
        checked_by uuid constraint fk_report_checker references identity.person (id),
        checked_at timestamptz,
        return_note text,
        number text,
        signed_by uuid constraint fk_report_signer references identity.person (id),
        signed_at timestamptz,
        -- The whole report as it was signed, and its SHA-256.
        snapshot jsonb,
        sha256 text,
        version integer not null default 1,
        constraint uq_report unique (plan_id, quarter),
        constraint ck_report_checked check (state not in ('checked', 'signed') or (checked_by is not null and checked_by <> drafted_by)),
        constraint ck_report_signed check ((state = 'signed') = (signed_at is not null)
          and num_nulls(signed_at, signed_by, number, snapshot, sha256) in (0, 5))
      );

      create table plan.report_line (
        report_id uuid not null constraint fk_report_line_report references plan.report (id),
        instance_id uuid not null constraint fk_report_line_instance references plan.instance (id),
        -- As it was drafted from facts, and as people have edited it.
        drafted text not null,
        narrative text not null,
        edited_by uuid constraint fk_report_line_person references identity.person (id),
        constraint pk_report_line primary key (report_id, instance_id)
      );
      create index ix_report_line_instance on plan.report_line (instance_id);

      create table plan.report_correction (
        id uuid constraint pk_report_correction primary key,
        report_id uuid not null constraint fk_report_correction_report references plan.report (id),
        number integer not null,
        measure_number text not null,
        was text not null,
        became text not null,
        reason text not null,
        made_by uuid not null constraint fk_report_correction_person references identity.person (id),
        made_at timestamptz not null,
        constraint uq_report_correction unique (report_id, number)
      );

      -- What was signed stays as it was signed.
      create function plan.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'a signed report never changes' using errcode = 'raise_exception'; end $$;
      create trigger signed_report before update or delete on plan.report
        for each row when (old.state = 'signed') execute function plan.refuse_change();

      -- A plan that is being written: begun from an earlier one, or read from a file. Approved, it becomes a plan.
      create table plan.plan_draft (
        id uuid constraint pk_plan_draft primary key,
        organiser_id uuid not null constraint fk_plan_draft_organiser references identity.organiser (id),
        year integer not null constraint ck_plan_draft_year check (year between 1991 and 2200),
        source text not null constraint ck_plan_draft_source check (source in ('plan', 'file')),
        source_name text not null,
        title text not null,
        rows jsonb not null,
        made_by uuid not null constraint fk_plan_draft_person references identity.person (id),
        made_at timestamptz not null,
        version integer not null default 1
      );
      create index ix_plan_draft_organiser on plan.plan_draft (organiser_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
