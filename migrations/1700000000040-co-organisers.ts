import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A competition may be run by two authorities, by a joint order: the first one decides, the second helps. */
export class CoOrganisers1700000000040 implements MigrationInterface {
  name = 'CoOrganisers1700000000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column co_organiser_id uuid constraint fk_competition_co_organiser references identity.organiser (id),
        add column joint_order_number text,
        add column joint_order_on date,
        add constraint ck_competition_co_organiser check (co_organiser_id <> organiser_id);
      create index ix_competition_co_organiser on competitions.competition (co_organiser_id)
        where co_organiser_id is not null;

      create or replace view competitions.v_competition as
        select id, organiser_id, measure_id, state, code, title, title_en, budget_year, pot_kop, cap_kop, passing_hundredths,
               scoring_mode, experts_per_application, tie_order, announced_on, opens_at, closes_at, scoring_from, scoring_until,
               admission_until, decision_until, published_at, decided_at,
               coalesce(stopped_from, state) as stage, co_organiser_id
          from competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
