import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The result file of a competition, in the parts in which it was published. */
export class ResultFiles1700000000036 implements MigrationInterface {
  name = 'ResultFiles1700000000036';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Makes the pseudonyms of those who score; never published.
      create table awards.result_salt (
        competition_id uuid constraint pk_result_salt primary key
          constraint fk_result_salt_competition references competitions.competition (id),
        salt bytea not null
      );

      create table awards.result_part (
        id uuid constraint pk_result_part primary key,
        competition_id uuid not null constraint fk_result_part_competition references competitions.competition (id),
        part text not null constraint ck_result_part check (part in ('closing', 'scoring', 'decision')),
        content text not null,
        published_at timestamptz not null,
        -- A reception that was extended after its closing closes anew.
        superseded_at timestamptz
      );
      create unique index uq_result_part on awards.result_part (competition_id, part) where superseded_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
