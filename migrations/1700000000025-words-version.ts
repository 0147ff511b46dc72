import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that grows with every edited word: a process that has another one reads the words anew (decision 0016). */
export class WordsVersion1700000000025 implements MigrationInterface {
  name = 'WordsVersion1700000000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.words_version (
        only_row boolean constraint pk_words_version primary key default true
          constraint ck_words_version_one check (only_row),
        version bigint not null
      );

      create function platform.words_version() returns bigint language sql stable as $$
        select coalesce((select version from platform.words_version), 0)
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
