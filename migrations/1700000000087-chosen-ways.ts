import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which way of laying the pot the award session votes on; none = strictly down the rating. */
export class ChosenWays1700000000087 implements MigrationInterface {
  name = 'ChosenWays1700000000087';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table awards.chosen_way (
        competition_id uuid constraint pk_chosen_way primary key
          constraint fk_chosen_way_competition references competitions.competition (id),
        way text not null,
        group_kop bigint constraint ck_chosen_way_sum check (group_kop > 0),
        chosen_by uuid not null constraint fk_chosen_way_person references identity.person (id),
        chosen_at timestamptz not null
      );
      create index ix_chosen_way_person on awards.chosen_way (chosen_by);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
