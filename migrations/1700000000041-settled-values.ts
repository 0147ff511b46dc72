import type { MigrationInterface, QueryRunner } from 'typeorm';

const WHO_DECIDES = {
  admissionBy: slot('admissionBy', 'choice', 'commission', 'P'),
  extraSheet: slot('extraSheet', 'yes-no', false, 'R'),
  discussion: slot('discussion', 'yes-no', false, 'R'),
  tieLot: slot('tieLot', 'yes-no', false, 'R'),
  awardBy: slot('awardBy', 'choice', 'commission', 'P'),
};

/**
 * A competition is announced only when every value of its rules is confirmed by an act or adopted by an order; the
 * rules of drafts learn to say who decides.
 */
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
    // An authority's own procedure starts empty, and what a draft has already stays.
    await db.query(
      `update competitions.competition
          set rule_set = jsonb_set(rule_set, '{slots}', $1::jsonb || (rule_set -> 'slots'))
        where state = 'draft' and rule_set ? 'slots' and rule_set_key <> 'local-custom'`,
      [JSON.stringify(WHO_DECIDES)],
    );
    await db.query(
      `update competitions.competition
          set rule_set = jsonb_set(rule_set, '{slots}', $1::jsonb || (rule_set -> 'slots'))
        where state = 'draft' and rule_set ? 'slots' and rule_set_key = 'local-custom'`,
      [JSON.stringify(emptied())],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

function slot(key: string, unit: string, value: unknown, grade: string) {
  return { key, value, unit, source: 'Практика інших органів; у Порядку не підтверджено', grade, verified: false };
}

const emptied = () =>
  Object.fromEntries(
    Object.entries(WHO_DECIDES).map(([key, one]) => [key, { ...one, value: null, source: '', grade: null }]),
  );
