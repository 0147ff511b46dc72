import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The letters of an authority, the latest first, and their search by subject and address: the expression is that of the
 * list, see platform.search_form. Letters with a secret are on no list.
 */
export class LettersOfAuthority1700000000038 implements MigrationInterface {
  name = 'LettersOfAuthority1700000000038';

  async up(db: QueryRunner): Promise<void> {
    const [found] = (await db.query(
      `select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    await db.query(`
      create index ix_message_letters on notifications.message (organiser_id, queued_at desc, id desc)
        where not holds_secret;
      create index ix_message_search on notifications.message
        using gin (platform.search_form(subject || ' ' || to_address) "${found!.schema}".gin_trgm_ops)
        where not holds_secret;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
