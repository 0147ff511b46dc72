import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How every list searches. A text is brought to its search form, and so is each word that was typed: letter case, all
 * apostrophes, Latin letters that look Cyrillic, є and е, ґ and г, ї and і, signs between words make no difference. Of a
 * typed word the ending is cut off, so that «громадська» finds «громадської».
 *
 * The collation is named, so that the index gives the same answers on a server of another locale. pg_trgm is a trusted
 * extension: the owner of the database may create it. Where the server has it already, it stays where it is.
 */
export class SearchForm1700000000014 implements MigrationInterface {
  name = 'SearchForm1700000000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm with schema platform;

      create function platform.search_form(content text) returns text language sql immutable parallel safe as $$
        select regexp_replace(
          translate(lower(content collate "uk-x-icu"), 'abcehikmoptxyєґїё''’ʼ\`‘ʹ′´', 'авсенікмортхуегіе'),
          '[^a-zа-яіўђ-џ0-9]+', ' ', 'g')
      $$;

      create function platform.search_pattern(word text) returns text language sql immutable parallel safe as $$
        select '%' || regexp_replace(btrim(platform.search_form(word)),
          '(?<=[а-яі]{4})(ами|ями|ими|ого|ому|еві|ові|ов|ев|ів|ам|ям|ах|ях|их|им|ом|ем|ей|ій|оі|ою|ею|ую|юю|ью|[аеиіоуюяйь])$', '') || '%'
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
