import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What upper libs read of a plan: the plan itself, its measures with their times, its parties. */
export class MeasuresViews1700000000089 implements MigrationInterface {
  name = 'MeasuresViews1700000000089';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view measures.v_plan as
        select id, organiser_id, organiser_slug, organiser_name, year, title, title_en from measures.plan;

      create or replace view measures.v_measure as
        select m.id, m.number, m.title, m.title_en, p.id as plan_id, p.organiser_id, p.organiser_slug, p.year,
               m.position, m.deadline_text, m.deadline, d.number as direction_number, d.title as direction_title,
               d.title_en as direction_title_en
          from measures.measure m join measures.plan p on p.id = m.plan_id
          join measures.direction d on d.id = m.direction_id;

      create view measures.v_party as
        select measure_id, position, party_key, name, name_en, official_text, by_consent from measures.measure_party;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
