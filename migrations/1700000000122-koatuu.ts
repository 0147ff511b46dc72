import type { MigrationInterface, QueryRunner } from 'typeorm';

/** rule 28: an address of the years up to 2020 carries the code of the classifier of then as well. */
export class Koatuu1700000000122 implements MigrationInterface {
  name = 'Koatuu1700000000122';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.organisation
        add column koatuu text constraint ck_organisation_koatuu check (koatuu ~ '^[0-9]{10}$');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
