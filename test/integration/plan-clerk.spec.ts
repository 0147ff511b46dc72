import { AskForAnswers, WholeReport } from '#libs/plan';
import { startApp, type TestApp } from '../support/app.js';
import { PlanScenes } from '../support/plan-scenes.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: PlanScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new PlanScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

/** The link of the last letter about answers. */
const lastLink = async () => {
  // A letter that is sent forgets its secret.
  await app.drain(['mail']);
  const [row] = await world.rows<{ body: string }>(
    `select body from notifications.message where template like 'plan.answers%' order by queued_at desc, id desc limit 1`,
  );
  return /\/plan-answers\/[\w.-]+/.exec(row!.body)![0];
};

describe('the page of the clerk', () => {
  it('2.4, 2.6 answers a quarter with rows of consultations and statutes, by the link alone', async () => {
    const scene = await scenes.plan();
    const body = await scenes.body(scene, 'united-communities', 'Кремінська міська рада', {
      email: 'clerk@kreminna.example',
    });
    await scenes.expand(scene);
    for (const number of ['2.1', '2.3', '4.3'])
      await scenes.consent(scene, await scenes.measureId(scene, number), body, 'consent', '2020-02-14');
    await app.get(AskForAnswers).execute(await scenes.on(scene.officer, '2020-06-22'), scene.planId, 2);
    const path = await lastLink();
    const clerk = new Visitor(app);
    const page = await clerk.get(path);
    expect(page.text).toContain('Кремінська міська рада');
    const slices = [...page.html.matchAll(/name="answers\[(\d)\]\[sliceId\]" value="([\w-]+)"/g)].map(
      (found) => found[2]!,
    );
    expect(slices).toHaveLength(3);
    const fields = {
      ...{
        'answers[0][sliceId]': slices[0]!,
        'answers[0][rows][0][title]': 'План розвитку',
        'answers[0][rows][0][from]': '01.04.2020',
      },
      ...{
        'answers[0][rows][0][until]': '20.04.2020',
        'answers[0][rows][0][proposals]': '7',
        'answers[0][rows][0][accepted]': '9',
      },
      ...{
        'answers[1][sliceId]': slices[1]!,
        'answers[1][rows][0][title]': 'Кремінна',
        'answers[1][rows][0][state]': 'drafting',
      },
      ...{ 'answers[2][sliceId]': slices[2]!, 'answers[2][notHeld]': 'yes', act: 'send' },
    };
    const wrong = await clerk.post(path, fields);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="План розвитку"');
    expect(wrong.text).toContain('Врахован');
    const sent = await clerk.post(path, { ...fields, 'answers[0][rows][0][accepted]': '4' });
    expect(sent.location).toBe(`${path}?done=sent`);
    expect((await clerk.get(sent.location)).text).toContain('Відповіді надіслано.');
    const rows = await world.rows<{ state: string; rows: unknown[]; held: boolean }>(
      'select state, rows, was_held as held from plan.answer where body_id = $1 order by was_held desc, rows::text',
      [body],
    );
    expect(rows.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
    const letter = await app.http.inject({ url: `${path}/letter` });
    expect([letter.statusCode, letter.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('wordprocessingml'),
    ]);

    const { content } = await app
      .get(WholeReport)
      .forOfficer(await scenes.on(scene.officer, '2020-07-02'), scene.planId, 2);
    const officer = content.directions.flatMap(({ lines }) => lines).find(({ number }) => number === '2.1')!;
    expect(officer.bodies.owing.map(({ standing }) => standing)).toEqual(['submitted']);
    const forged = await clerk.get(`${path.slice(0, -3)}abc`);
    expect(forged.status).toBe(404);
    // The quarter before stands beside the next one.
    await app.get(AskForAnswers).execute(await scenes.on(scene.officer, '2020-09-22'), scene.planId, 3);
    expect((await clerk.get(await lastLink())).text).toContain('План розвитку');
  });
});
