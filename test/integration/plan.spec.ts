import { ChangeConsent, ExpandClasses, ExpansionForOfficer, ImportTerritories, PlanDesk, SaveBody } from '#libs/plan';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { BODY, PlanScenes, type PlanScene } from '../support/plan-scenes.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: PlanScenes;
let scene: PlanScene;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new PlanScenes(app, world);
  scene = await scenes.plan();
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const CODIFIER = [
  'Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія;Назва',
  'UA44000000000018893;;;;;O;Луганська',
  'UA44000000000018893;;;UA44120110010072887;;M;Сєвєродонецьк',
].join('\n');

describe('a plan that is entered', () => {
  it('is laid out into due times and quarters by itself', async () => {
    const { measures } = await app.get(PlanDesk).execute(await scenes.on(scene.officer, '2020-05-05'), scene.planId);
    const drawn = Object.fromEntries(
      measures.map(({ number, instances }) => [number, instances.map(({ dueOn, shown }) => `${dueOn} ${shown}`)]),
    );
    expect(drawn['4.1']).toEqual(['2020-03-31 open', '2020-06-30 open', '2020-09-30 planned', '2020-12-31 planned']);
    expect(drawn['4.8']).toEqual(['2020-12-31 open']);
    expect(drawn['4.6']).toEqual(['2020-12-31 planned']);
    expect(measures.flatMap((one) => one.instances).length).toBe(23);
    const slices = await world.rows(
      'select quarter from plan.slice s join plan.instance i on i.id = s.instance_id where i.plan_id = $1',
      [scene.planId],
    );
    // Ten measures of the whole year, 4.1 by quarters, and the runs of quarters.
    expect(slices.length).toBe(10 * 4 + 4 + 2 + 3 + 2 + 1 * 6);
  });

  it('rule 70: shows what is overdue after the last day of its quarter', async () => {
    const overdueOn = async (day: string) => {
      const { measures } = await app.get(PlanDesk).execute(await scenes.on(scene.officer, day), scene.planId);
      return measures.flatMap(({ number, instances }) => instances.filter((one) => one.isOverdue).map(() => number));
    };
    expect(await overdueOn('2020-03-31')).toEqual([]);
    expect(await overdueOn('2020-04-01')).toEqual(['4.1']);
    expect(await overdueOn('2020-07-01')).toEqual(['2.2', '4.1', '4.1']);
  });
});

describe('classes of parties', () => {
  it('become bodies after a look at what would change; a second look shows only what differs', async () => {
    const ctx = await scenes.on(scene.officer, '2020-02-01');
    const expansion = app.get(ExpansionForOfficer);
    await scenes.body(scene, 'united-communities', 'Білокуракинська селищна рада');
    const first = await expansion.execute(ctx, scene.planId);
    expect(first.added).toMatchObject([{ name: 'Білокуракинська селищна рада', consent: 'not-asked' }]);
    expect(first.empty.map(({ partyKey }) => partyKey)).toContain('district-administrations');
    await scenes.body(scene, 'united-communities', 'Троїцька селищна рада');
    const stale = app.get(ExpandClasses).execute(ctx, scene.planId, first.hash);
    await expect(stale).rejects.toMatchObject({ code: 'plan.expansion-changed' });
    await scenes.expand(scene);
    const second = await expansion.execute(ctx, scene.planId);
    expect([second.added, second.removed, second.same > 0]).toEqual([[], [], true]);
  });

  it('know a successor only of a body that has ended, acting on the next day', async () => {
    const next = await scenes.body(scene, 'district-administrations', 'Сватівська РДА (нова)', {
      validFrom: '2020-07-19',
    });
    const ended = { successorId: next, validUntil: '2020-07-10' };
    const early = scenes.body(scene, 'district-administrations', 'Троїцька РДА', ended);
    await expect(early).rejects.toMatchObject({ fields: [{ field: 'successorId' }] });
    const endless = scenes.body(scene, 'district-administrations', 'Троїцька РДА', { successorId: next });
    await expect(endless).rejects.toMatchObject({ fields: [{ field: 'validUntil' }] });
    await scenes.body(scene, 'district-administrations', 'Троїцька РДА', { ...ended, validUntil: '2020-07-18' });
  });

  it('are named by officers of the authority only', async () => {
    const stranger = await scenes.plan();
    const attempt = app
      .get(SaveBody)
      .execute(await scenes.on(stranger.officer, '2020-02-01'), scene.planId, { ...BODY, classKey: 'x', name: 'x' });
    await expect(attempt).rejects.toMatchObject({ kind: 'not-found' });
    const director = app
      .get(SaveBody)
      .execute(await scenes.on(scene.director, '2020-02-01'), scene.planId, { ...BODY, classKey: 'x', name: 'x' });
    await expect(director).rejects.toMatchObject({ code: 'plan.officer-only' });
  });

  it('rest on the official codifier, which an extract says it is', async () => {
    const file = { name: 'katottg.csv', content: Buffer.from(CODIFIER), title: 'Витяг для перевірки', isExtract: true };
    expect(await app.get(ImportTerritories).execute(await app.ctx(), file)).toBe(2);
    expect(await app.get(ImportTerritories).execute(await app.ctx(), file)).toBe(2);
    const unknown = scenes.body(scene, 'united-communities', 'Х', { territoryCode: 'UA44000000000000000' });
    await expect(unknown).rejects.toMatchObject({
      fields: [{ field: 'territoryCode', code: 'plan.unknown-territory' }],
    });
  });
});

describe('the pages of the officer', () => {
  it('lead from the plan to a body, a measure and a consent, and keep what was typed wrongly', async () => {
    const visitor = await browserOf(app, scene.officer);
    const desk = `/organiser/plans/${scene.planId}`;
    expect((await visitor.get('/organiser/plans')).location).toBe(desk);
    expect((await visitor.get(desk)).text).toContain('Захід');
    const failed = await visitor.post(`${desk}/bodies/new`, {
      classKey: 'united-communities',
      name: 'Нова громада',
      validFrom: '99.99',
    });
    expect(failed.status).toBe(422);
    expect(failed.html).toContain('value="Нова громада"');
    const saved = await visitor.post(`${desk}/bodies/new`, {
      ...{ classKey: 'united-communities', name: 'Нова громада', validFrom: '01.01.2019' },
    });
    expect(saved.location).toBe(`${desk}/bodies`);
    await scenes.expand(scene);
    expect((await visitor.get(`${desk}/expansion`)).text).toContain('Нічого не зміниться');
    const asked = await visitor.post(`${desk}/measures/2.3/consents`, {
      letterNumber: '01-15/7',
      letterOn: '03.02.2020',
    });
    expect(asked.location).toBe(`${desk}/measures/2.3`);
    const page = await visitor.get(`${desk}/measures/2.3`);
    expect(page.text).toContain('наш № 01-15/7 від 03.02.2020');
    const consent = /\/organiser\/plans\/[\w-]+\/consents\/[\w-]+/.exec(page.html)![0];
    const bare = await visitor.post(consent, { action: 'consent' });
    expect(bare.status).toBe(422);
    const done = await visitor.post(consent, { action: 'consent', letterNumber: '5', letterOn: '10.02.2020' });
    expect(done.location).toBe(`${desk}/measures/2.3`);
    expect((await visitor.get(consent)).text).toContain('дав згоду, лист № 5 від 10.02.2020');
  });

  it('never change a consent into what cannot follow', async () => {
    const measureId = await scenes.measureId(scene, '2.3');
    const body = await scenes.body(scene, 'united-communities', 'Громада мовчання');
    await scenes.expand(scene);
    const id = await scenes.partyBody(measureId, body);
    const ctx = await scenes.on(scene.officer, '2020-03-01');
    const change = app.get(ChangeConsent);
    await expect(
      change.execute(ctx, scene.planId, id, 'withdraw', { number: '1', on: '2020-02-29' }),
    ).rejects.toMatchObject({
      code: 'plan.not-now',
    });
    await expect(change.execute(ctx, scene.planId, id, 'ask', { number: '1', on: '2020-03-02' })).rejects.toMatchObject(
      {
        fields: [{ field: 'letterOn' }],
      },
    );
  });
});
