import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trigrams } from './trigrams.js';

/**
 * The search form of people, organisations and authorities is kept with the row: a search compares it as it lies there,
 * instead of making it anew for every row with a frequent word.
 */
export class KeptSearchFormsOfIdentity1700000000054 implements MigrationInterface {
  name = 'KeptSearchFormsOfIdentity1700000000054';

  async up(db: QueryRunner): Promise<void> {
    const ops = await trigrams(db);
    await db.query(`
      drop index identity.ix_person_search, identity.ix_organisation_search, identity.ix_organisation_public_search;

      alter table identity.person add column search_form text not null generated always as (
        platform.search_form(family_name || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || email)) stored;
      create index ix_person_search on identity.person using gin (search_form ${ops});

      alter table identity.organisation add column search_form text not null generated always as (
        platform.search_form(name || ' ' || short_name || ' ' || edrpou || ' ' || settlement)) stored;
      create index ix_organisation_search on identity.organisation using gin (search_form ${ops});

      alter table identity.organiser add column search_form text not null
        generated always as (platform.search_form(name || ' ' || short_name)) stored;

      create or replace view identity.v_organiser as
        select id, slug, name, short_name, edrpou, city, contact_name, contact_phone, contact_email, working_hours, search_form
          from identity.organiser;
      create or replace view identity.v_organisation as
        select id, edrpou, name, short_name, legal_form, registered_on, non_profit_sign, settlement, search_form
          from identity.organisation;
      analyze identity.person, identity.organisation, identity.organiser;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
