import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The criteria, their scales and the words beside the points stay as they were announced (rule 41). */
export class FrozenCriteria1700000000130 implements MigrationInterface {
  name = 'FrozenCriteria1700000000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function competitions.refuse_after_announcement() returns trigger language plpgsql as $$
      begin
        if exists (select from competitions.competition
                    where id = old.competition_id and state <> 'draft' and not (is_rehearsal and tg_op = 'DELETE')) then
          raise exception 'the rules of an announced competition are frozen' using errcode = 'restrict_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger criterion_frozen before update or delete on competitions.criterion for each row
        execute function competitions.refuse_after_announcement();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
