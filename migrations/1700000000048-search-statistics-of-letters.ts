import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often a word stands in letters. The statistics of an index over platform.search_form are not found for a
 * condition, since PostgreSQL puts the words of the function in its place; without them it expects next to nothing of
 * every word, and reads all letters with a frequent one before it shows the newest.
 */
export class SearchStatisticsOfLetters1700000000048 implements MigrationInterface {
  name = 'SearchStatisticsOfLetters1700000000048';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create statistics notifications.st_message_search on (platform.search_form(subject || ' ' || to_address))
        from notifications.message;
      analyze notifications.message;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
