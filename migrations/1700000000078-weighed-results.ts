import type { MigrationInterface, QueryRunner } from 'typeorm';

const RESULT_CHECK = {
  ...{ key: 'resultCheck', unit: 'choice', grade: 'I', verified: false },
  ...{ value: 'commission', source: 'Рішення системи; у Порядку не підтверджено' },
};
const EMPTY = { ...RESULT_CHECK, value: null, source: '', grade: null };

/** How firmly the result of a competition stands, what the chair said of it, and who sees it. */
export class WeighedResults1700000000078 implements MigrationInterface {
  name = 'WeighedResults1700000000078';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table awards.weighed_result (
        competition_id uuid constraint pk_weighed_result primary key
          constraint fk_weighed_result_competition references competitions.competition (id),
        -- What awards/model/integrity/weigh-result.ts returns; people by their ids, never shown to the public.
        content jsonb not null,
        weighed_at timestamptz not null,
        answer text constraint ck_weighed_result_answer check (answer <> ''),
        answered_by uuid constraint fk_weighed_result_person references identity.person (id),
        answered_at timestamptz,
        constraint ck_weighed_result_answered check
          ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
      );
    `);
    // Drafts learn to say it; what was announced keeps the rules it was announced with.
    await db.query(
      `update competitions.competition
          set rule_set = jsonb_set(rule_set, '{slots,resultCheck}',
                case when rule_set_key = 'local-custom' then $1::jsonb else $2::jsonb end)
        where state = 'draft' and rule_set ? 'slots'`,
      [JSON.stringify(EMPTY), JSON.stringify(RESULT_CHECK)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
