import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trigrams } from './trigrams.js';

/**
 * What a competition is found by is kept with it in its search form: in the row itself, since the list of all
 * competitions compares it beside that of their authority, which no index does.
 */
export class KeptSearchFormOfCompetitions1700000000055 implements MigrationInterface {
  name = 'KeptSearchFormOfCompetitions1700000000055';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition add column search_form text not null generated always as (
        platform.search_form(title || ' ' || coalesce(title_en, '') || ' ' || coalesce(code, '') || ' ' || coalesce(purpose, '')))
        stored,
        alter column search_form set storage main;
      create index ix_competition_search on competitions.competition using gin (search_form ${await trigrams(db)});

      create or replace view competitions.v_competition as
        select id, organiser_id, measure_id, state, code, title, title_en, budget_year, pot_kop, cap_kop, passing_hundredths,
               scoring_mode, experts_per_application, tie_order, announced_on, opens_at, closes_at, scoring_from, scoring_until,
               admission_until, decision_until, published_at, decided_at,
               coalesce(stopped_from, state) as stage, co_organiser_id, is_rehearsal, search_form
          from competitions.competition;
      analyze competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
