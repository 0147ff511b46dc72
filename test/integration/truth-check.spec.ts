import { AnswerTruthCheck, OrderTruthCheck } from '#libs/applications';
import { AdvanceCompetition } from '#libs/competitions';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, submitted, type Commission, type Person } from '../support/commission.js';
import { codeOf } from '../support/proposals.js';
import { World } from '../support/world.js';

const QUESTION = 'Чи справді школа № 3 дала згоду на заняття?';
const FINDING = 'Директорка підтвердила листом № 12.';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

interface Scene extends Commission {
  id: string;
  applicant: Person;
}

async function scene(state = 'admitted'): Promise<Scene> {
  const of = await commission(world, 3);
  const { id, applicant } = await submitted(world, of.competitionId, { state });
  return { ...of, id, applicant };
}

const order = async (of: Scene, by: Person, question = QUESTION) =>
  codeOf(app.get(OrderTruthCheck).execute(await app.ctx(by), of.id, question));

async function answer(of: Scene, by: Person, result: 'confirmed' | 'not-confirmed' = 'confirmed') {
  const [check] = await world.rows<{ id: string }>(
    'select id from applications.truth_check where application_id = $1 order by id',
    [of.id],
  );
  const given = { result, finding: FINDING };
  return codeOf(app.get(AnswerTruthCheck).execute(await app.ctx(by), of.id, check!.id, given));
}

const start = async (of: Scene) =>
  codeOf(app.get(AdvanceCompetition).execute(await app.ctx(of.officer), of.competitionId, 'start-scoring'));

describe('a check of truthfulness', () => {
  it('rule 39: is ordered by the commission, and the scoring waits for its result', async () => {
    const of = await scene();
    expect(await order(of, of.members[0]!)).toBe('done');
    expect(await start(of)).toBe('applications.truth-unanswered');
    const desk = await (await browserOf(app, of.officer)).get('/desk');
    expect(desk.text).toContain('Перевірити достовірність: №');
    expect(await answer(of, of.officer, 'not-confirmed')).toBe('done');
    expect(await start(of)).not.toBe('applications.truth-unanswered');
    const page = await (await browserOf(app, of.members[1]!)).get(`/applications/${of.id}/truth-checks`);
    expect(page.text).toContain(QUESTION);
    expect(page.text).toContain('Не підтверджено');
    expect(page.text).toContain(FINDING);
  });

  it('rule 39: is answered once, with words, by the staff', async () => {
    const of = await scene('submitted');
    const [chair, secretary, member] = of.members as [Person, Person, Person];
    expect(await order(of, member)).toBe('platform.not-found');
    expect(await order(of, of.officer)).toBe('applications.truth-commission-only');
    expect(await order(of, secretary)).toBe('done');
    expect(await order(of, chair)).toBe('done'); // the same question once more
    expect(await world.rows('select id from applications.truth_check where application_id = $1', [of.id])).toHaveLength(
      1,
    );
    expect(await answer(of, chair)).toBe('applications.admission-officer-only');
    expect(await answer(of, of.officer)).toBe('done');
    expect(await answer(of, of.officer)).toBe('applications.truth-answered');
    await expect(
      world.rows(`update applications.truth_check set finding = '' where application_id = $1`, [of.id]),
    ).rejects.toThrow('ck_truth_check_answer');
  });

  it('is nobody else’s business, and is over with the admission', async () => {
    const of = await scene();
    const path = `/applications/${of.id}/truth-checks`;
    const seen = async (person: Person) => (await (await browserOf(app, person)).get(path)).status;
    expect([await seen(of.applicant), await seen(of.members[2]!)]).toEqual([403, 403]);
    const elsewhere = await commission(world, 1);
    expect([await seen(elsewhere.officer), await seen(elsewhere.members[0]!)]).toEqual([404, 404]);
    await world.rows(`update competitions.competition set state = 'scoring' where id = $1`, [of.competitionId]);
    expect(await order(of, of.members[0]!)).toBe('applications.not-in-admission');
    const refused = await scene('withdrawn');
    expect(await order(refused, refused.members[0]!)).toBe('applications.not-now');
  });

  it('on the page, an empty question or result comes back in words, and what was typed stays', async () => {
    const of = await scene();
    const path = `/applications/${of.id}/truth-checks`;
    const chair = await browserOf(app, of.members[0]!);
    expect((await chair.get(`/applications/${of.id}/truth-checks`)).text).toContain('нічого не доручала');
    const empty = await chair.post(path, { question: '' });
    expect([empty.status, empty.text.includes('Напишіть, що перевірити')]).toEqual([422, true]);
    expect((await chair.post(path, { question: QUESTION })).status).toBe(303);
    const officer = await browserOf(app, of.officer);
    const shown = await officer.get(path);
    const action = /action="([^"]+truth-checks\/[^"]+)"/.exec(shown.html)![1]!;
    const half = await officer.post(action, { finding: FINDING });
    expect([half.status, half.text.includes(FINDING) || half.html.includes(FINDING)]).toEqual([422, true]);
    expect((await officer.post(action, { result: 'confirmed', finding: FINDING })).status).toBe(303);
  });
});
