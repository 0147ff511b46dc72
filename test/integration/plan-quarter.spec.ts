import {
  AnswersForOfficer,
  AskForAnswers,
  CloseInstance,
  DecideEvidence,
  DraftReport,
  InstanceForOfficer,
  MoveReport,
  WholeReport,
} from '#libs/plan';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { PlanScenes, type PlanScene } from '../support/plan-scenes.js';
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
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const write = async (scene: PlanScene, number: string, happenedOn: string, words: string, figures = {}) => {
  const ctx = await scenes.on(scene.officer, happenedOn);
  await app
    .get(DecideEvidence)
    .write(ctx, scene.planId, await scenes.measureId(scene, number), { happenedOn, words, link: null, figures });
};
const lineOf = async (scene: PlanScene, quarter: 1 | 2 | 3 | 4, number: string, day: string) => {
  const { content } = await app.get(WholeReport).forOfficer(await scenes.on(scene.officer, day), scene.planId, quarter);
  return content.directions.flatMap(({ lines }) => lines).find((line) => line.number === number)!;
};
const versionOf = async (scene: PlanScene, quarter: number) =>
  (
    await world.rows<{ version: number }>('select version from plan.report where plan_id = $1 and quarter = $2', [
      scene.planId,
      quarter,
    ])
  )[0]!.version;
const instanceOf = async (scene: PlanScene, number: string, ordinal = 0) =>
  (
    await world.rows<{ id: string; version: number; state: string }>(
      'select i.id, i.version, i.state from plan.instance i where i.measure_id = $1 and i.ordinal = $2',
      [await scenes.measureId(scene, number), ordinal],
    )
  )[0]!;
const CLOSING = { reason: null, act: null, newFrom: null, newDueOn: null, waiver: null };
describe('2.2 «за згодою» does not make the department late', () => {
  let scene: PlanScene;
  let measureId: string;
  const bodies: string[] = [];

  beforeAll(async () => {
    scene = await scenes.plan();
    measureId = await scenes.measureId(scene, '2.3');
    await scenes.body(scene, 'mass-communications-department', 'Департамент', { isOwn: true });
    for (let index = 1; index <= 18; index += 1)
      bodies.push(
        await scenes.body(scene, 'united-communities', `Громада ${String(index).padStart(2, '0')}`, {
          email: `gromada-${index}@community.example`,
        }),
      );
    await scenes.expand(scene);
    for (const body of bodies) await scenes.consent(scene, measureId, body, 'ask', '2020-02-03');
    for (const body of bodies.slice(0, 11)) await scenes.consent(scene, measureId, body, 'consent', '2020-02-14');
    for (const body of bodies.slice(11, 13)) await scenes.consent(scene, measureId, body, 'decline', '2020-02-14');
    for (const body of bodies.slice(13)) await scenes.consent(scene, measureId, body, 'note-silence', '2020-02-28');
    for (const bodyId of bodies.slice(0, 9))
      await scenes.answer(scene, { measureId, bodyId, quarter: 1, day: '2020-04-02' });
  });

  it('2.2 tells consent, answers and refusals apart: 11 of 18, 9 of 11, seven by name who took nothing upon themselves', async () => {
    const { bodies: told, narrative } = await lineOf(scene, 1, '2.3', '2020-04-04');
    expect(told).toMatchObject({ byConsent: 18, consented: 11, bound: 11, accepted: 9 });
    expect(told.notBound).toHaveLength(7);
    expect(told.owing.map(({ name, standing }) => [name, standing])).toEqual([
      ['Громада 10', 'late'],
      ['Громада 11', 'late'],
    ]);
    expect(narrative).toContain('11 з 18 дали згоду.');
    expect(narrative).toContain('Звітували 9 з 11.');
    expect(narrative).toMatch(/Не брали зобов’язань: Громада 12, Громада 13, Громада 14/);
    expect(narrative).not.toContain('не виконали');
  });

  it('2.2 shows the late ones first, and writes to them alone with the link', async () => {
    const ctx = await scenes.on(scene.officer, '2020-04-04');
    const { bodies: lines } = await app.get(AnswersForOfficer).quarter(ctx, scene.planId, 1);
    expect(lines.slice(0, 2).map(({ name }) => name)).toEqual(['Громада 10', 'Громада 11']);
    expect(await app.get(AskForAnswers).execute(ctx, scene.planId, 1)).toBe(2);
    await app.drain();
    const letters = await world.rows<{ to_address: string }>(
      `select to_address from notifications.message where template = 'plan.answers-ask' order by to_address`,
    );
    expect(letters.map((one) => one.to_address)).toEqual([
      'gromada-10@community.example',
      'gromada-11@community.example',
    ]);
  });

  it('2.2 is not kept from being done by those who took nothing upon themselves, only by who is bound, or by a waiver', async () => {
    const small = await scenes.plan();
    const measure = await scenes.measureId(small, '6.1');
    const [yes, no] = [
      await scenes.body(small, 'united-communities', 'Так'),
      await scenes.body(small, 'united-communities', 'Ні'),
    ];
    await scenes.expand(small);
    await scenes.consent(small, measure, yes, 'consent', '2020-02-14');
    await scenes.consent(small, measure, no, 'decline', '2020-02-14');
    await write(small, '6.1', '2020-06-24', 'Виїзне засідання у Старобільську');
    const close = async (closing: object) => {
      const { id, version } = await instanceOf(small, '6.1');
      const ctx = await scenes.on(small.officer, '2020-10-05');
      await app
        .get(CloseInstance)
        .execute(ctx, small.planId, id, version, { ...CLOSING, action: 'complete', ...closing });
    };
    await expect(close({})).rejects.toMatchObject({ code: 'plan.answers-missing' });
    await scenes.answer(small, { measureId: measure, bodyId: yes, quarter: 2, day: '2020-07-02' });
    await scenes.answer(small, { measureId: measure, bodyId: yes, quarter: 3, day: '2020-10-02' });
    await close({});
    expect((await instanceOf(small, '6.1')).state).toBe('done');
  });
});

describe('2.2 a report is drafted, then frozen', () => {
  it('2.2 holds dated sentences, is signed on 8 July, and keeps the old figure beside correction No 1', async () => {
    const scene = await scenes.plan();
    const events = ['2020-04-14 Форум', '2020-05-12 Круглий стіл', '2020-06-03 Збори', '2020-06-25 Е-консультація'];
    for (const one of events) await write(scene, '4.1', one.slice(0, 10), one.slice(11), { attended: 30 });
    const on = async (who: 'officer' | 'colleague' | 'director') => scenes.on(scene[who], '2020-07-08');
    await app.get(DraftReport).execute(await on('officer'), scene.planId, 2);
    const drafted = (await lineOf(scene, 2, '4.1', '2020-07-08')).narrative;
    expect(drafted).toMatch(
      /^14\.04\.2020 — Форум\.\n12\.05\.2020 — Круглий стіл\.\n03\.06\.2020 — Збори\.\n25\.06\.2020 — Е-консультація\./,
    );

    const { id } = await instanceOf(scene, '4.1', 1);
    await app
      .get(DraftReport)
      .edit(await on('officer'), scene.planId, 2, id, 'Проведено чотири заходи, 120 учасників.');
    const move = app.get(MoveReport);
    const version = () => versionOf(scene, 2);
    await move.handOver(await on('officer'), scene.planId, 2, await version());
    const own = move.check(await on('officer'), scene.planId, 2, await version());
    await expect(own).rejects.toMatchObject({ code: 'plan.check-own' });
    const early = move.sign(await on('director'), scene.planId, 2, await version(), '7');
    await expect(early).rejects.toMatchObject({ code: 'plan.not-now' });
    await move.check(await on('colleague'), scene.planId, 2, await version());
    const notDirector = move.sign(await on('officer'), scene.planId, 2, await version(), '7');
    await expect(notDirector).rejects.toMatchObject({ code: 'plan.director-only' });
    await move.sign(await on('director'), scene.planId, 2, await version(), '7');

    await write(scene, '4.1', '2020-06-29', 'Ще один захід').catch(() => undefined);
    const later = await scenes.on(scene.officer, '2020-07-20');
    const mended = {
      measureNumber: '4.1',
      was: '120 учасників',
      became: '118 учасників',
      reason: 'Двох записано двічі',
    };
    expect(await move.correct(later, scene.planId, 2, mended)).toBe(1);
    const signed = await app.get(WholeReport).forEverybody(scene.organiser.slug, 2020, 2);
    const line = signed.snapshot.directions.flatMap(({ lines }) => lines).find((one) => one.number === '4.1')!;
    expect(line.narrative).toBe('Проведено чотири заходи, 120 учасників.');
    expect(line.evidence).toHaveLength(4);
    expect(signed.corrections).toMatchObject([{ number: 1, became: '118 учасників' }]);
    const touched = app.db.rows('update plan.report set number = $2 where plan_id = $1', [scene.planId, '8']);
    await expect(touched).rejects.toThrow('a signed report never changes');

    const visitor = new Visitor(app);
    const path = `/plan/${scene.organiser.slug}/2020/reports/2`;
    const page = await visitor.get(path);
    expect(page.text).toContain('120 учасників');
    expect(page.text).toContain('Виправлення № 1');
    for (const format of ['docx', 'pdf']) {
      const file = await app.http.inject({ url: `${path}/${format}` });
      expect([file.statusCode, file.rawPayload.length > 2_000]).toEqual([200, true]);
    }
    expect((await visitor.get(`/plan/${scene.organiser.slug}/2020/reports/3`)).status).toBe(404);
  });
});

describe('2.2 a class changes in the middle of the year', () => {
  it('2.2 leaves the first quarters with the body that ended, gives the later ones to its successor, and shows both', async () => {
    const scene = await scenes.plan();
    const next = await scenes.body(scene, 'district-administrations', 'Сватівська РДА', { validFrom: '2020-07-19' });
    const ended = await scenes.body(scene, 'district-administrations', 'Троїцька РДА', {
      validUntil: '2020-07-18',
      successorId: next,
    });
    await scenes.expand(scene);
    const measureId = await scenes.measureId(scene, '2.3');
    const asked = async (quarter: 1 | 2 | 3 | 4) => {
      const { bodies } = await app
        .get(AnswersForOfficer)
        .quarter(await scenes.on(scene.officer, '2020-12-01'), scene.planId, quarter);
      return bodies.map(({ name }) => name);
    };
    expect([await asked(1), await asked(2)]).toEqual([['Троїцька РДА'], ['Троїцька РДА']]);
    expect([await asked(3), await asked(4)]).toEqual([['Сватівська РДА'], ['Сватівська РДА']]);
    await scenes.answer(scene, { measureId, bodyId: ended, quarter: 2, day: '2020-07-02' });
    const foreign = scenes.answer(scene, { measureId, bodyId: ended, quarter: 3, day: '2020-10-02' });
    await expect(foreign).rejects.toMatchObject({ kind: 'not-found' });
    const page = await new Visitor(app).get(`/plan/${scene.organiser.slug}/2020/2.3`);
    expect(page.text).toContain('Троїцька РДА (діє до 18.07.2020, правонаступник — Сватівська РДА)');
    expect(page.text).toContain('Сватівська РДА');
  });

  it('2.2 tells «не може виконувати» apart from refusal and failure', async () => {
    const scene = await scenes.plan();
    const hindrance = {
      hindered: 'occupation' as const,
      hinderedFrom: '2014-09-01',
      hinderedBasis: 'Розпорядження № 1085-р',
    };
    await scenes.body(scene, 'district-administrations', 'Перевальська РДА', hindrance);
    await scenes.expand(scene);
    const { bodies, narrative } = await lineOf(scene, 1, '2.3', '2020-04-20');
    expect(bodies).toMatchObject({ hindered: ['Перевальська РДА'], owing: [], notBound: [], bound: 0 });
    expect(narrative).toContain('Не можуть виконувати: Перевальська РДА.');
  });
});

describe('2.5 not opened in time', () => {
  it('2.5 is overdue and cannot be done without evidence; moved only by an act, with a new due time', async () => {
    const scene = await scenes.plan();
    const { id, version } = await instanceOf(scene, '2.2');
    const ctx = await scenes.on(scene.officer, '2020-07-01');
    const { one, actions } = await app.get(InstanceForOfficer).execute(ctx, scene.planId, id);
    expect(one.isOverdue).toBe(true);
    expect(actions.find(({ action }) => action === 'complete')!.reason).toBe('plan.no-evidence');
    const close = (closing: object) =>
      app.get(CloseInstance).execute(ctx, scene.planId, id, version, { ...CLOSING, action: 'move', ...closing });
    await expect(close({ reason: 'Карантин' })).rejects.toMatchObject({ code: 'plan.act-needed' });
    const act = { number: '210', on: '2020-06-30' };
    await close({ reason: 'Карантин', act, newFrom: '2020-07-01', newDueOn: '2020-09-30' });
    expect((await instanceOf(scene, '2.2', 1)).state).toBe('planned');
    const page = await new Visitor(app).get(`/plan/${scene.organiser.slug}/2020/2.2`);
    expect(page.text).toContain('акт № 210 від 30.06.2020');
  });
});

describe('the plan for everybody', () => {
  it('is alive: the matrix has text states, the data are linked and parse', async () => {
    const scene = await scenes.plan();
    await write(scene, '4.5', '2020-03-12', 'Зустріч із програмами', { attended: 40 });
    const visitor = new Visitor(app);
    const path = `/plan/${scene.organiser.slug}/2020`;
    const page = await visitor.get(path);
    // The clock of the test is years later: whatever was not ended is overdue (rule 70).
    expect(page.text).toContain('протягом року прострочено');
    const links = [...page.html.matchAll(/href="([^"]+execution\.(?:json|csv))"/g)].map((found) => found[1]!);
    expect(links).toHaveLength(2);
    const json = JSON.parse((await app.http.inject({ url: `${path}/execution.json` })).body) as {
      measures: { number: string; times: { evidence: unknown[] }[] }[];
    };
    expect(json.measures.find(({ number }) => number === '4.5')!.times[0]!.evidence).toMatchObject([
      { words: 'Зустріч із програмами' },
    ]);
    const csv = (await app.http.inject({ url: `${path}/execution.csv` })).body.trim().split('\r\n');
    expect(csv).toHaveLength(1 + 23);
  });
});
