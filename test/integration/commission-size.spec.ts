import { AdvanceCompetition } from '#libs/competitions';
import { presetRuleSet, type RuleSetKey } from '#libs/terms';
import { failure, IN_SCORING, ScoringWorld } from '../support/scoring-world.js';

let scoring: ScoringWorld;
beforeAll(async () => void (scoring = await ScoringWorld.open()));
afterAll(() => scoring.close());

/** A commission of so many under the rules of a preset tries to start. */
async function start(key: RuleSetKey, members: number): Promise<unknown> {
  const rule_set = JSON.stringify(presetRuleSet(key));
  const { id, officer } = await scoring.competition(1, { members, values: { rule_set, rule_set_key: key } });
  const ctx = await scoring.app.ctx(officer, IN_SCORING);
  return failure(scoring.app.get(AdvanceCompetition).execute(ctx, id, 'start-scoring'));
}

describe('the start of the scoring', () => {
  it('rule 29: is refused to fewer than seven members under the rules of 2020, to fewer than five under those of 2021', async () => {
    expect([await start('1049-2020', 6), await start('1049-2020', 7)]).toEqual(['evaluation.too-few', 'done']);
    expect([await start('1049-2021', 4), await start('1049-2021', 5)]).toEqual(['evaluation.too-few', 'done']);
  });

  it('rule 40: gives out admitted proposals only; who was refused or withdrew gets no sheet', async () => {
    const scored = await scoring.competition(3);
    const [admitted, refused, withdrawn] = scored.applications;
    for (const [id, state] of [
      [refused, 'refused'],
      [withdrawn, 'withdrawn'],
    ])
      await scoring.world.rows(
        "update applications.application set state = $2, decision_reason = 'Строк' where id = $1",
        [id, state],
      );
    for (const person of scored.people)
      await scoring.declare(person, { ...scored, applications: [admitted!, refused!] });
    await scoring.start(scored);
    for (const person of scored.people)
      expect((await scoring.queue(person, scored)).map(({ applicationId }) => applicationId)).toEqual([admitted]);
  });
});
