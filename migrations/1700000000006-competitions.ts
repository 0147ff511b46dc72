import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Competitions: settings, calendar, criteria, priorities, frozen rule set. */
export class Competitions1700000000006 implements MigrationInterface {
  name = 'Competitions1700000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema competitions;

      create table competitions.competition (
        id uuid constraint pk_competition primary key,
        organiser_id uuid not null constraint fk_competition_organiser references identity.organiser (id),
        measure_id uuid constraint fk_competition_measure references measures.measure (id),
        state text not null constraint ck_competition_state
          check (state in ('draft', 'announced', 'admission', 'scoring', 'rated', 'decided')),
        version integer not null default 1,
        created_at timestamptz not null,
        code text constraint uq_competition_code unique,
        title text not null,
        title_en text,
        purpose text,
        purpose_en text,
        rule_set_key text,
        rule_set jsonb,
        rule_set_sha256 text,
        order_number text,
        order_on date,
        budget_programme text,
        budget_year integer,
        pot_kop bigint constraint ck_competition_pot check (pot_kop > 0),
        cap_kop bigint constraint ck_competition_cap check (cap_kop > 0 and cap_kop <= pot_kop),
        own_share_hundredths integer constraint ck_competition_own_share check (own_share_hundredths between 0 and 10000),
        applications_per_organisation_max integer constraint ck_competition_applications_max check (applications_per_organisation_max between 1 and 50),
        admitted_legal_forms text[] not null default '{}',
        charity_basis text,
        supported_activities text[] not null default '{}',
        scoring_mode text constraint ck_competition_scoring_mode check (scoring_mode in ('every-member', 'k-of-n')),
        experts_per_application integer constraint ck_competition_experts check (experts_per_application between 1 and 15),
        passing_hundredths integer constraint ck_competition_passing check (passing_hundredths >= 0),
        tie_order text[] not null default '{}',
        announced_on date,
        opens_at timestamptz,
        closes_at timestamptz,
        admission_until date,
        scoring_from timestamptz,
        scoring_until timestamptz,
        defence_on date,
        decision_until date,
        projects_from date,
        projects_until date,
        place text,
        contact_name text,
        contact_phone text,
        contact_email text,
        late_announcement_reason text,
        form jsonb not null,
        published_at timestamptz,
        -- When the sweep announced that the door has closed.
        reception_closed_at timestamptz,
        decided_at timestamptz,
        constraint ck_competition_reception check (opens_at < closes_at),
        constraint ck_competition_scoring check (scoring_from < scoring_until),
        constraint ck_competition_projects check (projects_from <= projects_until),
        constraint ck_competition_published check (state = 'draft' or (rule_set is not null and published_at is not null and closes_at is not null and pot_kop is not null))
      );
      create index ix_competition_organiser on competitions.competition (organiser_id, id);
      create index ix_competition_measure on competitions.competition (measure_id);
      create index ix_competition_public on competitions.competition (published_at desc, id) where state <> 'draft';
      create index ix_competition_closing on competitions.competition (closes_at)
        where state <> 'draft' and reception_closed_at is null;

      create table competitions.priority (
        id uuid constraint pk_priority primary key,
        competition_id uuid not null constraint fk_priority_competition references competitions.competition (id),
        position integer not null,
        title text not null,
        description text not null default '',
        constraint uq_priority_position unique (competition_id, position)
      );

      create table competitions.criterion (
        id uuid constraint pk_criterion primary key,
        competition_id uuid not null constraint fk_criterion_competition references competitions.competition (id),
        position integer not null,
        key text not null,
        title text not null,
        question text not null default '',
        max_points integer not null constraint ck_criterion_max_points check (max_points between 1 and 100),
        guidance jsonb not null default '[]',
        constraint uq_criterion_key unique (competition_id, key),
        constraint uq_criterion_position unique (competition_id, position)
      );

      -- What was announced stays as it was (rule 1): the application's own checks are not the last word.
      create function competitions.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the rules of an announced competition are frozen' using errcode = 'restrict_violation';
      end $$;
      create trigger competition_frozen before update on competitions.competition for each row
        when (old.state <> 'draft' and (new.rule_set is distinct from old.rule_set or new.code is distinct from old.code
              or new.rule_set_sha256 is distinct from old.rule_set_sha256 or new.form is distinct from old.form
              or new.published_at is distinct from old.published_at or new.state = 'draft'))
        execute function competitions.refuse_change();
      create trigger competition_kept before delete on competitions.competition for each row
        when (old.state <> 'draft') execute function competitions.refuse_change();

      -- Published: one row per competition for the queries of upper libs.
      create view competitions.v_competition as
        select id, organiser_id, measure_id, state, code, title, title_en, budget_year, pot_kop, cap_kop, passing_hundredths,
               scoring_mode, experts_per_application, tie_order, announced_on, opens_at, closes_at, scoring_from, scoring_until,
               admission_until, decision_until, published_at, decided_at
          from competitions.competition;
      create view competitions.v_criterion as
        select id, competition_id, position, key, title, question, max_points, guidance from competitions.criterion;
      create view competitions.v_priority as
        select id, competition_id, position, title from competitions.priority;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
