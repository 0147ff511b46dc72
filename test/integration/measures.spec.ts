import { VISITOR } from '#libs/platform/access';
import { ImportPlan, planOf2020, readPlanFile, type PlanOrganiser } from '#libs/measures';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let oblast: PlanOrganiser;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  oblast = await authority();
});

afterAll(async () => {
  await world.close();
  await app.close();
});

async function authority(): Promise<PlanOrganiser> {
  return { ...(await world.organiser()), name: 'Департамент масових комунікацій' };
}

async function importPlan(organiser: PlanOrganiser, file = planOf2020()) {
  return app.get(ImportPlan).execute(await app.ctx(), organiser, file);
}

async function open(path: string) {
  const { statusCode, headers, body } = await app.http.inject({ url: path });
  return { statusCode, location: headers.location, body };
}

const countOf = async (table: string): Promise<number> =>
  Number((await world.rows<{ count: string }>(`select count(*) from measures.${table}`))[0]!.count);

describe('before any plan', () => {
  it('says that there is none', async () => {
    expect((await open('/plan')).statusCode).toBe(200);
    expect((await open('/plan/2020')).statusCode).toBe(404);
    expect((await open(`/plan/${oblast.slug}/2020`)).statusCode).toBe(404);
  });

  it('is refused to those who may not enter one', async () => {
    const ctx = await app.ctx(VISITOR);
    const attempt = app.get(ImportPlan).execute(ctx, oblast, planOf2020());
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'measures.import-not-allowed' });
    expect(await countOf('plan')).toBe(0);
  });
});

describe('importing a plan', () => {
  it('writes it once, also when asked many times at once', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => importPlan(oblast)));
    expect(results.filter((result) => result.isNew)).toHaveLength(1);
    expect(new Set(results.map((result) => result.planId)).size).toBe(1);
    expect([await countOf('plan'), await countOf('direction'), await countOf('measure')]).toEqual([1, 7, 20]);
    const parties = planOf2020().directions.flatMap((direction) => direction.measures.flatMap((one) => one.parties));
    expect(await countOf('measure_party')).toBe(parties.length);
    const facts = await world.rows(`select name from facts.fact where subject_id = $1`, [results[0]!.planId]);
    expect(facts).toEqual([{ name: 'measures.plan-imported' }]);
  });

  it('refuses another plan of the same authority and year', async () => {
    const other = { ...planOf2020(), title: 'Інший план' };
    await expect(importPlan(oblast, readPlanFile(other))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'measures.other-plan-exists',
    });
    expect(await countOf('plan')).toBe(1);
  });
});

describe('the plan as data', () => {
  it('gives back the official words in the order of the document', async () => {
    const { body } = await open(`/api/v1/plans/${oblast.slug}/2020`);
    const json = JSON.parse(body);
    const measures = json.directions.flatMap((direction: { measures: unknown[] }) => direction.measures);
    const expected = planOf2020().directions.flatMap((direction) => direction.measures);
    const words = (one: { number: string; title: string; deadline: { text: string } }) => [
      one.number,
      one.title,
      one.deadline.text,
    ];
    expect(measures.map(words)).toEqual(expected.map(words));
    expect(json).toMatchObject({ year: 2020, approvedOn: '2019-12-20', approvedByName: 'Сергій ГАЙДАЙ' });
    const quarterly = measures.find((one: { number: string }) => one.number === '4.1');
    expect(quarterly.deadline).toEqual({
      kind: 'every-quarter',
      text: 'щоквартально',
      quarters: [1, 2, 3, 4],
      dueOn: ['2020-03-31', '2020-06-30', '2020-09-30', '2020-12-31'],
    });
    const contest = measures.find((one: { number: string }) => one.number === '3.2');
    expect(contest.parties.map((party: { key: string; byConsent: boolean }) => [party.key, party.byConsent])).toEqual([
      ['mass-communications-department', false],
      ['social-protection-department', false],
      ['civil-society-institutions', true],
    ]);
  });

  it('answers a wrong address as a problem', async () => {
    const { statusCode, body } = await open(`/api/v1/plans/${oblast.slug}/1999`);
    expect([statusCode, JSON.parse(body).type]).toEqual([404, 'urn:spryiannia:measures.plan-not-found']);
  });
});

describe('the pages of the plan', () => {
  it('lead from short addresses while there is one plan, and list the plans when there are more', async () => {
    const address = `/plan/${oblast.slug}/2020`;
    expect(await open('/plan/2020')).toMatchObject({ statusCode: 303, location: address });
    expect(await open('/en/plan')).toMatchObject({ statusCode: 303, location: `/en${address}` });
    const second = await authority();
    await importPlan(second);
    const list = await open('/plan/2020');
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain(`href="${address}"`);
    expect(list.body).toContain(`href="/plan/${second.slug}/2020"`);
  });

  it('show every measure of the plan with a way to its page', async () => {
    const { body } = await open(`/plan/${oblast.slug}/2020`);
    const links = [...body.matchAll(/href="\/plan\/[a-z0-9-]+\/2020\/([0-9.]+)"/g)].map((match) => match[1]);
    expect(links).toEqual(planOf2020().directions.flatMap((direction) => direction.measures.map((one) => one.number)));
  });

  it('show the official words of a measure in both languages', async () => {
    const title = 'Проведення конкурсу соціально значущих проєктів';
    const uk = await open(`/plan/${oblast.slug}/2020/3.2`);
    const en = await open(`/en/plan/${oblast.slug}/2020/3.2`);
    expect(uk.body).toContain(`<p>${title}</p>`);
    expect(uk.body).not.toContain('неофіційний переклад');
    expect(en.body).toContain(`<p><span lang="uk">${title}</span></p>`);
    expect(en.body).toContain('A competition of socially significant projects');
    expect(en.body).toContain('unofficial translation');
  });

  it.each(['3.9', 'x', '3.2.1'])('know no measure %s', async (number) => {
    expect((await open(`/plan/${oblast.slug}/2020/${number}`)).statusCode).toBe(404);
  });

  it('know the plan of each authority apart', async () => {
    const third = await authority();
    expect((await open(`/plan/${third.slug}/2020`)).statusCode).toBe(404);
  });
});
