import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rulings of courts about a competition: what they hold, and what lifts it. */
export class CourtRulings1700000000133 implements MigrationInterface {
  name = 'CourtRulings1700000000133';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema rulings;

      create table rulings.ruling (
        id uuid constraint pk_ruling primary key,
        organiser_id uuid not null constraint fk_ruling_organiser references identity.organiser (id),
        competition_id uuid not null constraint fk_ruling_competition references competitions.competition (id),
        kind text not null constraint ck_ruling_kind check (kind in ('stay', 'lift')),
        court text not null constraint ck_ruling_court check (court <> ''),
        case_number text not null constraint ck_ruling_case check (case_number <> ''),
        ruled_on date not null,
        in_force_on date not null,
        -- What the court decided; typed, so published without personal data.
        words text not null constraint ck_ruling_words check (words <> ''),
        -- The whole competition, or only the proposals in rulings.named.
        is_whole boolean not null,
        lifts_id uuid constraint fk_ruling_lifts references rulings.ruling (id),
        -- The paper as it came, for the staff; its copy without personal data, for everybody.
        scan_id uuid not null constraint fk_ruling_scan references documents.document (id),
        copy_id uuid constraint fk_ruling_copy references documents.document (id),
        state text not null default 'prepared' constraint ck_ruling_state check (state in ('prepared', 'confirmed', 'dropped')),
        prepared_by uuid not null constraint fk_ruling_author references identity.person (id),
        prepared_at timestamptz not null,
        confirmed_by uuid constraint fk_ruling_confirmer references identity.person (id),
        confirmed_at timestamptz,
        -- Why the director did not confirm it.
        remark text,
        constraint ck_ruling_days check (in_force_on >= ruled_on),
        constraint ck_ruling_lifts check ((kind = 'lift') = (lifts_id is not null)),
        constraint ck_ruling_two_people check (confirmed_by <> prepared_by),
        constraint ck_ruling_confirmed check ((state = 'confirmed') = (confirmed_at is not null) and num_nulls(confirmed_by, confirmed_at) in (0, 2))
      );
      create unique index uq_ruling_once on rulings.ruling (competition_id, case_number, ruled_on, kind) where state <> 'dropped';
      create unique index uq_ruling_lifted_once on rulings.ruling (lifts_id) where state <> 'dropped';
      create index ix_ruling_competition on rulings.ruling (competition_id);
      create index ix_ruling_prepared on rulings.ruling (organiser_id) where state = 'prepared';

      create table rulings.named (
        ruling_id uuid not null constraint fk_named_ruling references rulings.ruling (id),
        application_id uuid not null constraint fk_named_application references applications.application (id),
        constraint pk_named primary key (ruling_id, application_id)
      );
      create index ix_named_application on rulings.named (application_id);

      -- A registered ruling stays as it was registered; only its confirmation is added.
      create function rulings.keep_original() returns trigger language plpgsql as $$
        begin
          if old.state <> 'prepared'
             or (to_jsonb(old) - array['state', 'confirmed_by', 'confirmed_at', 'remark']) is distinct from (to_jsonb(new) - array['state', 'confirmed_by', 'confirmed_at', 'remark'])
          then raise exception 'a registered ruling stays as it was' using errcode = 'restrict_violation'; end if;
          return new;
        end $$;
      create trigger ruling_kept before update on rulings.ruling for each row execute function rulings.keep_original();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
