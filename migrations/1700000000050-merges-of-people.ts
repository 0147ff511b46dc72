import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two accounts become one by two people: powers never pass to another account by the act of one. */
export class MergesOfPeople1700000000050 implements MigrationInterface {
  name = 'MergesOfPeople1700000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.people_merge (
        id uuid constraint pk_people_merge primary key,
        -- The account to be closed, and the one that stays.
        person_id uuid not null constraint fk_people_merge_person references identity.person (id),
        into_id uuid not null constraint fk_people_merge_into references identity.person (id),
        reason text not null,
        -- How the one who asked made sure that both belong to one person.
        identified_by text not null,
        -- The authority whose officer or director may confirm; null: administrators only.
        organiser_id uuid constraint fk_people_merge_organiser references identity.organiser (id),
        asked_by uuid not null constraint fk_people_merge_asked references identity.person (id),
        asked_at timestamptz not null,
        confirmed_by uuid constraint fk_people_merge_confirmed references identity.person (id),
        confirmed_at timestamptz,
        constraint ck_people_merge_two_accounts check (person_id <> into_id),
        constraint ck_people_merge_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
        constraint ck_people_merge_two_people check (
          confirmed_by <> asked_by and confirmed_by <> person_id and confirmed_by <> into_id)
      );
      create unique index uq_people_merge_open on identity.people_merge (person_id) where confirmed_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
