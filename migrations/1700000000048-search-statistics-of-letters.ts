import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often a word stands in letters. The index of the search leaves letters with a secret out, so that PostgreSQL does
 * not take from it what it knows; it expected next to nothing of every word, and read all letters with a frequent one
 * before it showed the newest.
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
