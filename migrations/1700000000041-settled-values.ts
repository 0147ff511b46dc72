import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A competition is announced only when every value of its rules is confirmed by an act or adopted by an order. */
export class SettledValues1700000000041 implements MigrationInterface {
  name = 'SettledValues1700000000041';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What was announced earlier keeps its marks «не підтверджено»: the check looks at the step alone.
      create function competitions.demand_settled_values() returns trigger language plpgsql as $$
      begin
        if exists (select from jsonb_each(new.rule_set -> 'slots') slot
                    where (slot.value ->> 'verified')::boolean is not true and slot.value -> 'adoption' ->> 'number' is null)
        then
          raise exception 'a value of the rules is neither confirmed nor adopted'
            using errcode = 'check_violation', constraint = 'ck_competition_settled';
        end if;
        return new;
      end $$;
      create trigger competition_settled before update on competitions.competition for each row
        when (old.state = 'draft' and new.state = 'announced') execute function competitions.demand_settled_values();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
