import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { verifyResult } from '#libs/awards';
import { receptionClosed } from '#libs/competitions';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import type { Person } from '../support/scoring-world.js';
import { inScope, IN_SCORING, ScoringWorld, type Scored } from '../support/scoring-world.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { Visitor } from '../support/visitor.js';

const run = promisify(execFile);
const { ruleSet } = freezeRuleSet(presetRuleSet('1049-2020'));
const values = { rule_set: JSON.stringify(ruleSet) };

let scoring: ScoringWorld;
let scenes: AwardScenes;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
  scenes = new AwardScenes(scoring.app, scoring.world);
});
afterAll(() => scoring.close());

/** What the sweep records when the door has closed. */
async function close({ id, officer }: Scored): Promise<void> {
  const { app } = scoring;
  await app.uow.run(await app.ctx(officer), async (tx) => tx.record(receptionClosed, { subjectId: id, scopeId: id }));
  await app.drain();
}

async function score(of: Scored, recused: string): Promise<void> {
  for (const [index, person] of of.people.entries())
    await scoring.declare(person, of, index === 1 ? { [recused]: 'real' } : {});
  await scoring.start(of);
  for (const [index, person] of of.people.entries()) {
    for (const [at, { assignmentId }] of (await scoring.queue(person, of)).entries())
      await scoring.write(person, assignmentId, [5, 4, 3, (index + at) % 6]);
    await scoring.sign(person, of, IN_SCORING);
  }
  await scoring.app.drain();
}

async function decide(of: Scored): Promise<AwardScene> {
  const { world } = scoring;
  const director = await world.person([inScope('director', 'organiser', of.organiserId)]);
  const [chair, secretary, ...members] = of.people as [Person, Person, ...Person[]];
  const [row] = await world.rows<{ code: string }>('select code from competitions.competition where id = $1', [of.id]);
  const scene = { ...of, code: row!.code, director, chair, secretary, members, proposals: [] };
  await scenes.adopted(scene);
  await scenes.order(scene);
  await scoring.app.drain();
  return scene;
}

async function codeOf({ id }: Scored): Promise<string> {
  const [row] = await scoring.world.rows<{ code: string }>('select code from competitions.competition where id = $1', [
    id,
  ]);
  return row!.code;
}

const fileOf = (code: string) => new Visitor(scoring.app).get(`/open-data/results/files/${code}`);

describe('the result file of a competition', () => {
  it('grows with every step, each part the beginning of the next, and is accepted at each', async () => {
    const of = await scoring.competition(4, { values, members: 7 });
    const code = await codeOf(of);
    expect((await fileOf(code)).status).toBe(404);

    await close(of);
    const closing = (await fileOf(code)).html;
    expect(verifyResult(closing).parts).toEqual(['closing']);
    expect(closing).toContain('"sha256":"0000');

    await score(of, of.applications[1]!);
    const scored = (await fileOf(code)).html;
    expect(scored.startsWith(closing)).toBe(true);
    expect(verifyResult(scored).parts).toEqual(['closing', 'scoring']);
    // Sealed: nobody reads a point before the order.
    expect(scored).not.toContain('points');
    expect(scored.match(/"type":"seal"/g)?.length).toBe(27);
    expect(scored.match(/"type":"recusal"/g)?.length).toBe(1);

    await decide(of);
    const whole = (await fileOf(code)).html;
    expect(whole.startsWith(scored)).toBe(true);
    expect(verifyResult(whole).parts).toEqual(['closing', 'scoring', 'decision']);
    // No person, organisation or contact stands in it.
    for (const { personId, email } of of.people)
      expect([whole.includes(personId), whole.includes(email!)]).toEqual([false, false]);
    await checkOutside(whole);
  });

  it('is refused when somebody changes a score in the database after it was sealed', async () => {
    const of = await scoring.competition(2, { values, members: 7 });
    await close(of);
    await score(of, of.applications[0]!);
    await scoring.world.rows(
      `update evaluation.rating_row set points_sum = points_sum + 1 where application_id = $1 returning 1`,
      [of.applications[1]],
    );
    await decide(of);
    const { html } = await fileOf(await codeOf(of));
    expect(() => verifyResult(html)).toThrow('rating');
  });

  it('closes anew when a reception was extended: the latest closing counts', async () => {
    const of = await scoring.competition(1);
    await close(of);
    await close(of);
    const { html } = await fileOf(await codeOf(of));
    expect(verifyResult(html).parts).toEqual(['closing']);
    expect(
      await scoring.world.rows(
        'select superseded_at is null as stands from awards.result_part where competition_id = $1 order by 1',
        [of.id],
      ),
    ).toEqual([{ stands: false }, { stands: true }]);
  });
});

/** The downloaded script, run as a stranger would. */
async function checkOutside(text: string): Promise<void> {
  const folder = process.env.TEST_FOLDER!;
  // As a browser names what is downloaded a second time.
  const [script, file] = [join(folder, 'verify-result (1).mjs'), join(folder, 'result.jsonl')];
  writeFileSync(script, (await new Visitor(scoring.app).get('/open-data/results/tools/verify-result.mjs')).html);
  writeFileSync(file, text);
  expect((await run(process.execPath, [script, file])).stdout).toMatch(/^OK: 1\.1-2021-\d+, \d+ lines/);
  writeFileSync(file, text.replace('"place":1', '"place":2'));
  await expect(run(process.execPath, [script, file])).rejects.toMatchObject({ code: 1 });
}
