import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a virus scanner says of a file. */
export class ScansOfFiles1700000000068 implements MigrationInterface {
  name = 'ScansOfFiles1700000000068';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table documents.document
        -- 'none': nobody was asked, since no scanner is set up, or we made the file ourselves.
        add column scan text not null default 'none'
          constraint ck_document_scan check (scan in ('none', 'waiting', 'clean', 'infected')),
        -- The scanner's name of what is in it.
        add column scan_found text not null default '',
        add constraint ck_document_scan_found check ((scan = 'infected') = (scan_found <> ''));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
