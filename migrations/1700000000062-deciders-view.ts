import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published for the queries of upper libs: who admits and who distributes the money, by the frozen rules. */
export class DecidersView1700000000062 implements MigrationInterface {
  name = 'DecidersView1700000000062';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view competitions.v_deciders as
        select id as competition_id,
               coalesce(rule_set #>> '{slots,admissionBy,value}', 'commission') as admission_by,
               coalesce(rule_set #>> '{slots,awardBy,value}', 'commission') as award_by
          from competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
