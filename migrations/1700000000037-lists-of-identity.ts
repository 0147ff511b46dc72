import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lists of people and organisations open at any length: each has an index of the order in which it is shown. The
 * powers of a person are read with those that ended, so they need an index of all of them.
 */
export class ListsOfIdentity1700000000037 implements MigrationInterface {
  name = 'ListsOfIdentity1700000000037';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index ix_person_order on identity.person (
        (family_name || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || email) collate "uk-x-icu", id);
      create index ix_organisation_order on identity.organisation (short_name collate "uk-x-icu", id);
      create index ix_role_grant_holder on identity.role_grant (person_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
