import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The watch for near copies: of every opened proposal its passages and their shingles, and what was found alike. Both
 * are made by a job after the opening and can be made anew.
 */
export class Watch1700000000073 implements MigrationInterface {
  name = 'Watch1700000000073';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applications.passage (
        application_id uuid not null constraint fk_passage_application references applications.application (id),
        position integer not null,
        -- Key of the page of the form, and the words as they were submitted.
        part text not null,
        words text not null,
        -- Hashes of runs of words, the smallest ones of the passage: an even sample, the same for the same words.
        shingles bigint[] not null constraint ck_passage_shingles check (cardinality(shingles) between 1 and 32),
        constraint pk_passage primary key (application_id, position)
      );

      create table applications.likeness (
        application_id uuid not null constraint fk_likeness_application references applications.application (id),
        position integer not null,
        other_id uuid not null constraint fk_likeness_other references applications.application (id),
        other_position integer not null,
        -- Shared shingles of the smaller passage, in percent.
        percent integer not null constraint ck_likeness_percent check (percent between 1 and 100),
        constraint pk_likeness primary key (application_id, position, other_id, other_position),
        constraint ck_likeness_two check (application_id <> other_id)
      );
      create index ix_likeness_other on applications.likeness (other_id);

      -- Which competitions were looked through, and when.
      create table applications.watch (
        competition_id uuid constraint pk_watch primary key constraint fk_watch_competition references competitions.competition (id),
        made_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
