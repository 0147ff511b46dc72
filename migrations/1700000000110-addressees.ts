import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a decision on a proposal is told to, in one place. */
export class Addressees1700000000110 implements MigrationInterface {
  name = 'Addressees1700000000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Everybody who acts for the organisation; of paper whose organisation has nobody here, the address on the envelope.
      create view applications.v_addressee as
        select a.id as application_id, r.person_id, r.email, r.language
          from applications.application a
          join identity.v_role r on r.scope_id = a.organisation_id and r.role = 'applicant'
         union all
        select a.id, null::uuid, e.email, 'uk'
          from applications.application a
          join applications.envelope e on e.application_id = a.id and e.email is not null
         where not exists (select from identity.v_role r where r.scope_id = a.organisation_id and r.role = 'applicant');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
