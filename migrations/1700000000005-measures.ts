import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of the yearly plan. */
export class Measures1700000000005 implements MigrationInterface {
  name = 'Measures1700000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema measures;

      create table measures.plan (
        id uuid constraint pk_plan primary key,
        organiser_id uuid not null constraint fk_plan_organiser references identity.organiser (id),
        -- As they stood at import: a plan keeps its address and the name it was approved under.
        organiser_slug text not null,
        organiser_name text not null,
        year integer not null constraint ck_plan_year check (year between 1991 and 2200),
        title text not null,
        title_en text,
        approved_by_position text not null,
        approved_by_name text not null,
        approved_on date not null,
        signed_by_position text not null,
        signed_by_name text not null,
        source_sha256 text not null,
        imported_at timestamptz not null,
        constraint uq_plan_year unique (organiser_id, year),
        constraint uq_plan_address unique (organiser_slug, year)
      );

      create table measures.direction (
        id uuid constraint pk_direction primary key,
        plan_id uuid not null constraint fk_direction_plan references measures.plan (id),
        number integer not null,
        title text not null,
        title_en text,
        constraint uq_direction_number unique (plan_id, number)
      );

      create table measures.measure (
        id uuid constraint pk_measure primary key,
        plan_id uuid not null constraint fk_measure_plan references measures.plan (id),
        direction_id uuid not null constraint fk_measure_direction references measures.direction (id),
        number text not null,
        position integer not null,
        title text not null,
        title_en text,
        deadline_text text not null,
        deadline jsonb not null,
        constraint uq_measure_number unique (plan_id, number)
      );

      create table measures.measure_party (
        measure_id uuid not null constraint fk_measure_party_measure references measures.measure (id),
        position integer not null,
        party_key text not null,
        name text not null,
        name_en text,
        official_text text not null,
        by_consent boolean not null,
        constraint pk_measure_party primary key (measure_id, position)
      );

      create view measures.v_measure as
        select m.id, m.number, m.title, m.title_en, p.id as plan_id, p.organiser_id, p.organiser_slug, p.year
          from measures.measure m join measures.plan p on p.id = m.plan_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
