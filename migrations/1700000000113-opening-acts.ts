import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes of the act in which the proposals were opened, with who was present. */
export class OpeningActs1700000000113 implements MigrationInterface {
  name = 'OpeningActs1700000000113';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Made anew when a name was wrong: the earlier ones stay.
      create table applications.opening_act (
        competition_id uuid not null constraint fk_opening_act_competition references competitions.competition (id),
        number integer not null constraint ck_opening_act_number check (number > 0),
        -- [{ "name": "…", "position": "…" }]
        present jsonb not null constraint ck_opening_act_present check (jsonb_array_length(present) > 0),
        -- The words as they were made, for every format.
        paper jsonb not null,
        made_by uuid not null constraint fk_opening_act_person references identity.person (id),
        made_at timestamptz not null,
        constraint pk_opening_act primary key (competition_id, number)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
