import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom a competition is held: groups of people, frozen with the announcement (rule 1). */
export class TargetGroups1700000000046 implements MigrationInterface {
  name = 'TargetGroups1700000000046';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column target_groups jsonb not null default '[]'
          constraint ck_competition_target_groups check (jsonb_typeof(target_groups) = 'array');

      create trigger competition_target_groups_frozen before update on competitions.competition for each row
        when (old.state <> 'draft' and new.target_groups is distinct from old.target_groups)
        execute function competitions.refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
