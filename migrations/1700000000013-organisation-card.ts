import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The card of an organisation can be mended: a code of the settlement, and a version against stale forms. */
export class OrganisationCard1700000000013 implements MigrationInterface {
  name = 'OrganisationCard1700000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.organisation
        add column katottg text constraint ck_organisation_katottg check (katottg ~ '^UA[0-9]{17}$'),
        add column version integer not null default 1;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
