import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Distributions of proposals among experts: asked for, computed by a job, looked at, approved; with their proof. */
export class Distributions1700000000074 implements MigrationInterface {
  name = 'Distributions1700000000074';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.distribution (
        id uuid constraint pk_distribution primary key,
        competition_id uuid not null constraint fk_distribution_competition references competitions.competition (id),
        -- A repair fills places that became free and is carried out by the system itself.
        is_repair boolean not null,
        state text not null constraint ck_distribution_state
          check (state in ('asked', 'computing', 'ready', 'impossible', 'cancelled', 'approved')),
        version integer not null default 1,
        asked_at timestamptz not null,
        asked_by uuid constraint fk_distribution_asked_by references identity.person (id),
        -- How far the solver is: proposals served, of how many.
        served integer not null default 0,
        proposals integer not null default 0,
        finished_at timestamptz,
        bottleneck jsonb,
        -- What was solved and the prices that prove it: whoever has them checks the optimum without a solver.
        problem jsonb,
        scores bytea,
        prices jsonb,
        input_sha256 text,
        output_sha256 text,
        approved_at timestamptz,
        approved_by uuid constraint fk_distribution_approved_by references identity.person (id),
        constraint ck_distribution_bottleneck check ((state = 'impossible') = (bottleneck is not null)),
        constraint ck_distribution_proof check (state not in ('ready', 'approved')
          or problem is not null and scores is not null and prices is not null and input_sha256 is not null and output_sha256 is not null)
      );
      create unique index uq_distribution_open on evaluation.distribution (competition_id)
        where state in ('asked', 'computing', 'ready');
      create index ix_distribution_competition on evaluation.distribution (competition_id, id);

      create table evaluation.distribution_expert (
        distribution_id uuid not null constraint fk_distribution_expert references evaluation.distribution (id),
        person_id uuid not null constraint fk_distribution_expert_person references identity.person (id),
        load_before integer not null,
        load_limit integer not null,
        constraint pk_distribution_expert primary key (distribution_id, person_id)
      );

      create table evaluation.distribution_pair (
        distribution_id uuid not null constraint fk_distribution_pair references evaluation.distribution (id),
        application_id uuid not null constraint fk_distribution_pair_application references applications.application (id),
        person_id uuid not null constraint fk_distribution_pair_person references identity.person (id),
        fit integer not null constraint ck_distribution_pair_fit check (fit between 0 and 100),
        -- The proof is about the computed pairs: what a person took out stays, and is no longer active.
        is_computed boolean not null,
        is_active boolean not null,
        reason text not null default '',
        constraint pk_distribution_pair primary key (distribution_id, application_id, person_id),
        constraint ck_distribution_pair_reason check (is_computed = is_active or reason <> '')
      );

      -- rule 32: a sheet, or a place in a queue, under a conflict of interest cannot exist.
      create function evaluation.refuse_under_conflict() returns trigger language plpgsql as $$
      begin
        if exists (select from evaluation.conflict_declaration d
                    where d.application_id = new.application_id and d.person_id = new.person_id and d.kind <> 'none') then
          raise exception 'a person with a conflict of interest does not score this proposal'
            using errcode = 'check_violation', constraint = 'ck_no_scoring_under_conflict', schema = 'evaluation', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger assignment_without_conflict before insert on evaluation.assignment
        for each row execute function evaluation.refuse_under_conflict();
      create trigger score_sheet_without_conflict before insert or update on evaluation.score_sheet
        for each row when (new.state <> 'annulled') execute function evaluation.refuse_under_conflict();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
