import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trigrams } from './trigrams.js';

/**
 * The search form of a letter is kept with it; what PostgreSQL had to be told about the expression it now knows of the
 * column. Letters that came back or were not taken are few: an index of them alone says which notices they belong to.
 */
export class LettersFoundSooner1700000000080 implements MigrationInterface {
  name = 'LettersFoundSooner1700000000080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop statistics notifications.st_message_search;
      drop index notifications.ix_message_search;
      alter table notifications.message add column search_form text not null
        generated always as (platform.search_form(subject || ' ' || to_address)) stored;
      create index ix_message_search on notifications.message using gin (search_form ${await trigrams(db)})
        where not holds_secret;
      create index ix_message_undelivered on notifications.message (clock_id)
        where clock_id is not null and (state in ('refused', 'failed') or return_noted_at is not null);
      analyze notifications.message;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
