import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the call runs: here, or in another system; frozen with the announcement (rule 1). */
export class CallElsewhere1700000000059 implements MigrationInterface {
  name = 'CallElsewhere1700000000059';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column elsewhere_name text,
        add column elsewhere_url text,
        add constraint ck_competition_elsewhere check (elsewhere_url is null or elsewhere_url ~ '^https?://');

      create trigger competition_elsewhere_frozen before update on competitions.competition for each row
        when (old.state <> 'draft' and (new.elsewhere_name, new.elsewhere_url) is distinct from (old.elsewhere_name, old.elsewhere_url))
        execute function competitions.refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
