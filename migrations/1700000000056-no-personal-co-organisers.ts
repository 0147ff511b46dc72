import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who helps to run a competition is an authority that a joint order names; its officers act by their own power. The
 * power «co-organiser» of a person gave nothing: whoever holds it holds it until today, and it is not given any more.
 */
export class NoPersonalCoOrganisers1700000000056 implements MigrationInterface {
  name = 'NoPersonalCoOrganisers1700000000056';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update identity.role_grant
         set ended_on = greatest(started_on, identity.today()),
             end_reason = 'Ролі «співорганізатор» більше немає: співорганізатора-орган називає спільний наказ'
       where role = 'co-organiser' and ended_on is null;
      alter table identity.role_grant
        add constraint ck_role_grant_no_co_organiser check (role <> 'co-organiser' or ended_on is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
