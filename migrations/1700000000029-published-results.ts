import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published for the queries of upper libs: what the order decided on a proposal; nothing before the order. */
export class PublishedResults1700000000029 implements MigrationInterface {
  name = 'PublishedResults1700000000029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view awards.v_result as
        select l.application_id, l.competition_id, l.outcome, l.place, l.requested_kop, l.amount_kop, o.signed_on
          from awards.allocation_line l
          join awards.award_order o on o.competition_id = l.competition_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
