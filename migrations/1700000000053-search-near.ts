import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A typed word with one letter wrong, missing or too many, as a regular expression for `~` over platform.search_form;
 * an index of trigrams serves it. Its first letter and words shorter than five letters are taken as they are.
 */
export class SearchNear1700000000053 implements MigrationInterface {
  name = 'SearchNear1700000000053';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.search_near(word text) returns text language sql immutable parallel safe as $$
        with typed as (select btrim(platform.search_pattern(word), '% ') as stem)
        select case when length(stem) < 5 then stem else (
                 select string_agg(left(stem, n) || '.?' || substr(stem, n + 2) || '|' || left(stem, n) || '.' || substr(stem, n + 1), '|')
                   from generate_series(1, length(stem) - 1) n) end
          from typed
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
