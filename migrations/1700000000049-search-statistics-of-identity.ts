import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a word stands in the names of organisations and people, as it is known of letters. */
export class SearchStatisticsOfIdentity1700000000049 implements MigrationInterface {
  name = 'SearchStatisticsOfIdentity1700000000049';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create statistics identity.st_organisation_search
        on (platform.search_form(name || ' ' || short_name || ' ' || edrpou)) from identity.organisation;
      create statistics identity.st_person_search on
        (platform.search_form(family_name || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || email))
        from identity.person;
      analyze identity.organisation, identity.person;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
