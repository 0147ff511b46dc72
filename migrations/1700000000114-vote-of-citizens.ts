import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where citizens vote when the conditions name a vote; frozen with the announcement (rule 1). */
export class VoteOfCitizens1700000000114 implements MigrationInterface {
  name = 'VoteOfCitizens1700000000114';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column vote_name text,
        add column vote_url text,
        add constraint ck_competition_vote check (vote_url is null or vote_url ~ '^https?://');

      create trigger competition_vote_frozen before update on competitions.competition for each row
        when (old.state <> 'draft' and (new.vote_name, new.vote_url) is distinct from (old.vote_name, old.vote_url))
        execute function competitions.refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
