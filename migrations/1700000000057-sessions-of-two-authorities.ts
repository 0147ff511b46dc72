import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A commission of a joint competition sits before both authorities: the second one reads its sessions and minutes. */
export class SessionsOfTwoAuthorities1700000000057 implements MigrationInterface {
  name = 'SessionsOfTwoAuthorities1700000000057';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sessions.session
        add column co_organiser_id uuid constraint fk_commission_session_co_organiser references identity.organiser (id),
        add constraint ck_commission_session_co_organiser check (co_organiser_id <> organiser_id);
      update sessions.session s set co_organiser_id = c.co_organiser_id
        from competitions.v_competition c
       where c.id = s.scope_id and c.co_organiser_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
