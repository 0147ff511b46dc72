import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The search form of a text, now as a function that PostgreSQL calls instead of putting its words into each statement:
 * it learns what a call costs, so that it does not compare thousands of texts where an index would do, and it finds what
 * is known of the indexes over the function. The answers are the same, see search-form.
 */
export class CostOfSearchForm1700000000049 implements MigrationInterface {
  name = 'CostOfSearchForm1700000000049';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function platform.search_form(content text) returns text
        language plpgsql immutable parallel safe cost 400 as $$
        begin
          return regexp_replace(
            translate(lower(content collate "uk-x-icu"), 'abcehikmoptxyєґїё''’ʼ\`‘ʹ′´', 'авсенікмортхуегіе'),
            '[^a-zа-яіўђ-џ0-9]+', ' ', 'g');
        end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
