import {
  CreateEvent,
  EditEvent,
  PublishEvent,
  HoldEvent,
  NoteAttendance,
  ReportEvent,
  WriteOutcome,
} from '#libs/events';
import {
  AskForAnswers,
  CloseInstance,
  DecideEvidence,
  DraftReport,
  MeasureForOfficer,
  MoveReport,
  WholeReport,
  type BodyInput,
} from '#libs/plan';
import { UnitOfWork } from '#libs/platform/database';
import { kyivInstant } from '#libs/platform/clock';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { PlanScenes, type PlanScene } from '../support/plan-scenes.js';
import { until } from '../support/until.js';
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

const CLOSING = { reason: null, act: null, newFrom: null, newDueOn: null, waiver: null };
const instanceOf = async (scene: PlanScene, number: string, ordinal = 0) =>
  (
    await world.rows<{ id: string; version: number; state: string }>(
      'select id, version, state from plan.instance where measure_id = $1 and ordinal = $2',
      [await scenes.measureId(scene, number), ordinal],
    )
  )[0]!;
/** Asks about a quarter; the path of the letter to that address. */
const linkTo = async (scene: PlanScene, email: string, quarter: 1 | 2 | 3 | 4, day: string) => {
  await app.get(AskForAnswers).execute(await scenes.on(scene.officer, day), scene.planId, quarter);
  // A letter that is sent forgets its secret.
  await app.drain(['mail']);
  const rows = await world.rows<{ body: string }>(
    'select body from notifications.message where to_address = $1 order by queued_at desc, id desc limit 1',
    [email],
  );
  return /\/plan-answers\/[\w.-]+/.exec(rows[0]!.body)![0];
};
const wholeOf = async (scene: PlanScene, quarter: 1 | 2 | 3 | 4, day: string) =>
  app.get(WholeReport).forOfficer(await scenes.on(scene.officer, day), scene.planId, quarter);
const lineOf = async (scene: PlanScene, quarter: 1 | 2 | 3 | 4, number: string, day: string) =>
  (await wholeOf(scene, quarter, day)).content.directions
    .flatMap(({ lines }) => lines)
    .find((line) => line.number === number)!;

describe('a body that has answered', () => {
  it('stays with its measure when it is no longer of the party', async () => {
    const scene = await scenes.plan();
    const bodyId = await scenes.body(scene, 'district-administrations', 'Троїцька РДА');
    await scenes.expand(scene);
    const measureId = await scenes.measureId(scene, '2.1');
    await scenes.answer(scene, { measureId, bodyId, quarter: 1, day: '2020-04-02' });
    await world.rows(`update plan.body set class_key = 'united-communities' where id = $1`, [bodyId]);
    await scenes.expand(scene, '2020-05-01');
    expect(await scenes.partyBody(measureId, bodyId)).toBeTruthy();
    expect((await lineOf(scene, 1, '2.1', '2020-05-02')).bodies.accepted).toBe(1);
  });

  it('cannot write over what was accepted while the answer was on its way', async () => {
    const scene = await scenes.plan();
    const email = 'accepted@community.example';
    const bodyId = await scenes.body(scene, 'district-administrations', 'Новоайдарська РДА', { email });
    await scenes.expand(scene);
    const path = await linkTo(scene, email, 1, '2020-03-20');
    const clerk = new Visitor(app);
    const [, sliceId] = /\[sliceId\]" value="([\w-]+)"/.exec((await clerk.get(path)).html)!;
    const fields = { 'answers[0][sliceId]': sliceId!, 'answers[0][narrative]': 'Перше', act: 'send' };
    await clerk.post(path, fields);
    let late: Promise<unknown> | undefined;
    await app.get(UnitOfWork).run(await scenes.on(scene.officer, '2020-04-02'), async (tx) => {
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan work ${scene.planId}`]);
      await tx.change(`update plan.answer set state = 'accepted' where body_id = $1`, [bodyId]);
      late = clerk.post(path, { ...fields, 'answers[0][narrative]': 'Друге' });
      const waiting = () =>
        world.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      await until(waiting, (rows) => rows.length > 0);
    });
    await late;
    const kept = await world.rows('select state, narrative from plan.answer where slice_id = $1 and body_id = $2', [
      ...[sliceId, bodyId],
    ]);
    expect(kept).toEqual([{ state: 'accepted', narrative: 'Перше' }]);
  });
});

describe('a sheet of answers that comes back', () => {
  it('tells each fault at its own measure and row, whatever was left empty or accepted before it', async () => {
    const scene = await scenes.plan();
    const email = 'sparse@community.example';
    const bodyId = await scenes.body(scene, 'united-communities', 'Білокуракинська рада', { email });
    await scenes.expand(scene);
    for (const number of ['2.1', '2.3', '4.3'])
      await scenes.consent(scene, await scenes.measureId(scene, number), bodyId, 'consent', '2020-02-14');
    const path = await linkTo(scene, email, 2, '2020-06-22');
    const clerk = new Visitor(app);
    const ids = [...(await clerk.get(path)).html.matchAll(/\[sliceId\]" value="([\w-]+)"/g)].map((one) => one[1]!);
    const [consultations, statutes, plain] = ids as [string, string, string];
    // Nothing is said of the first measure; of the second, the first row is empty and the second lacks its title.
    const sent = await clerk.post(path, {
      ...{ 'answers[0][sliceId]': plain, 'answers[0][narrative]': '' },
      ...{ 'answers[1][sliceId]': consultations, 'answers[1][rows][0][title]': '' },
      ...{ 'answers[1][rows][1][title]': 'Стратегія', 'answers[1][rows][1][from]': '20.04.2020' },
      ...{ 'answers[1][rows][1][until]': '01.04.2020', 'answers[2][sliceId]': statutes, act: 'send' },
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('href="#answers[1][rows][1][until]');
    const ofMeasure = (number: string) =>
      new RegExp(`id="measure-${number.replace('.', '\\.')}"[\\s\\S]*?</section>`).exec(sent.html)![0];
    expect(ofMeasure('2.1')).toContain('value="Стратегія"');
    expect(ofMeasure('2.1')).toContain(`name="answers[1][sliceId]" value="${consultations}"`);
    expect(ofMeasure('2.3')).toContain(`name="answers[2][sliceId]" value="${statutes}"`);
    expect(ofMeasure('4.3')).toContain(`name="answers[0][sliceId]" value="${plain}"`);
  });
});

describe('a report', () => {
  it('is signed as it was checked, whatever is proved or answered in between', async () => {
    const scene = await scenes.plan();
    const measureId = await scenes.measureId(scene, '4.1');
    const write = async (day: string, words: string) =>
      app.get(DecideEvidence).write(await scenes.on(scene.officer, '2020-07-06'), scene.planId, measureId, {
        ...{ happenedOn: day, words, link: null, figures: {} },
      });
    await write('2020-04-14', 'Форум');
    const on = async (who: 'officer' | 'colleague' | 'director') => scenes.on(scene[who], '2020-07-08');
    await app.get(DraftReport).execute(await on('officer'), scene.planId, 2);
    const move = app.get(MoveReport);
    const version = async () => (await wholeOf(scene, 2, '2020-07-08')).report!.version;
    await move.handOver(await on('officer'), scene.planId, 2, await version());
    const handedOver = (await wholeOf(scene, 2, '2020-07-08')).content;
    await write('2020-05-12', 'Круглий стіл, якого ніхто не перевіряв');
    await move.check(await on('colleague'), scene.planId, 2, await version());
    expect((await wholeOf(scene, 2, '2020-07-08')).content).toEqual(handedOver);
    await move.sign(await on('director'), scene.planId, 2, await version(), '7');
    const { snapshot } = await app.get(WholeReport).forEverybody(scene.organiser.slug, 2020, 2);
    expect(snapshot).toMatchObject(handedOver);
    expect(snapshot.directions.flatMap(({ lines }) => lines).find((one) => one.instanceId)).not.toHaveProperty(
      'undecided',
    );
  });

  it('does not tell as done what the officer has not confirmed: it stands apart until it is decided', async () => {
    const scene = await scenes.plan();
    const measureId = await scenes.measureId(scene, '4.1');
    const at = async (day: string) => app.ctx(scene.officer, kyivInstant(day, '12:00'));
    const organiserId = scene.organiser.id;
    const id = await app
      .get(CreateEvent)
      .execute(await at('2020-04-01'), { organiserId, kind: 'forum', title: 'Форум громад', measureId });
    await app.get(EditEvent).execute(await at('2020-04-01'), id, 1, {
      ...{ summary: 'Зустріч громад.', settlement: 'Старобільськ', venue: 'Бібліотека', address: 'вул. Центральна, 1' },
      ...{ startsAt: kyivInstant('2020-04-14', '10:00'), endsAt: kyivInstant('2020-04-14', '13:00') },
      ...{ contactName: 'Олена Кравець', contactPhone: '+380 64 520 00 00' },
    });
    await app.get(PublishEvent).execute(await at('2020-04-02'), id);
    await app.get(HoldEvent).execute(await at('2020-04-15'), id);
    const counts = { onPaper: 30, online: 0, organisations: 5, women: null, men: null, notStated: null };
    await app.get(NoteAttendance).counts(await at('2020-04-15'), id, counts);
    const outcome = { summary: 'Домовилися. '.repeat(40), nextSteps: null, noDocumentReason: 'Документів не було' };
    await app.get(WriteOutcome).execute(await at('2020-04-16'), id, outcome);
    await app.get(ReportEvent).execute(await at('2020-04-17'), id);

    const before = await lineOf(scene, 2, '4.1', '2020-07-02');
    expect([before.evidence, before.undecided?.length]).toEqual([[], 1]);
    expect(before.narrative).not.toContain('Форум громад');
    const officer = await browserOf(app, scene.officer);
    const page = await officer.get(`/organiser/plans/${scene.planId}/reports/2`);
    expect(page.text).toContain('1 доказ ще не підтверджено');
    expect(page.text).toMatch(/Ще не підтверджено, тому у звіті немає:.*Форум громад/);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/plan/${scene.organiser.slug}/2020/4.1`)).text).toMatch(
      /Форум громад.*ще не перевірено/,
    );

    const { evidence } = await app.get(MeasureForOfficer).execute(await at('2020-07-02'), scene.planId, '4.1');
    await app.get(DecideEvidence).execute(await at('2020-07-02'), scene.planId, measureId, evidence[0]!.factId!, null);
    const after = await lineOf(scene, 2, '4.1', '2020-07-02');
    expect([after.evidence.length, after.undecided]).toEqual([1, []]);
    expect(after.narrative).toContain('Форум громад');
  });
});

describe('what makes no sense', () => {
  it('of a body is told at its field', async () => {
    const scene = await scenes.plan();
    const wrong = (values: Partial<BodyInput>) => scenes.body(scene, 'united-communities', 'Громада', values);
    for (const values of [{ hinderedBasis: 'Лист № 5' }, { hinderedUntil: '2020-05-01' }])
      await expect(wrong(values)).rejects.toMatchObject({ fields: [{ field: 'hindered', code: 'platform.choose' }] });
  });

  it('of a moved due time is told at its field: a day before it, or after the next year', async () => {
    const scene = await scenes.plan();
    const { id, version } = await instanceOf(scene, '2.2');
    const act = { number: '17', on: '2020-06-01' };
    const move = async (values: object) =>
      app.get(CloseInstance).execute(await scenes.on(scene.officer, '2020-06-20'), scene.planId, id, version, {
        ...{ ...CLOSING, action: 'move', reason: 'Карантин', act },
        ...values,
      });
    await expect(move({ newDueOn: '2999-12-31' })).rejects.toMatchObject({
      fields: [{ field: 'newDueOn', code: 'plan.moved-too-far' }],
    });
    await expect(move({ newFrom: '1900-01-01', newDueOn: '2020-09-30' })).rejects.toMatchObject({
      fields: [{ field: 'newFrom', code: 'plan.moved-back' }],
    });
    await move({ newDueOn: '2020-09-30' });
    expect((await instanceOf(scene, '2.2')).state).toBe('moved');
  });

  it('of evidence is refused: another year, and a due time that has ended in whatever way', async () => {
    const scene = await scenes.plan();
    const measureId = await scenes.measureId(scene, '4.1');
    const write = async (happenedOn: string) =>
      app.get(DecideEvidence).write(await scenes.on(scene.officer, '2021-02-01'), scene.planId, measureId, {
        ...{ happenedOn, words: 'Форум', link: null, figures: {} },
      });
    for (const day of ['1995-05-05', '2021-01-10'])
      await expect(write(day)).rejects.toMatchObject({ fields: [{ code: 'plan.day-outside' }] });
    const { id, version } = await instanceOf(scene, '4.1');
    const ctx = await scenes.on(scene.officer, '2020-04-05');
    await app
      .get(CloseInstance)
      .execute(ctx, scene.planId, id, version, { ...CLOSING, action: 'fail', reason: 'Карантин' });
    await expect(write('2020-02-02')).rejects.toMatchObject({ code: 'plan.instance-ended' });
  });
});
