import ICAL from 'ical.js';
import { evaluationPaths, NamePresenters, PlanDefence, PublishDefence, sha256Hex } from '#libs/evaluation';
import { ForgetPresentersSweep } from '../../libs/evaluation/src/jobs/forget-presenters.sweep.js';
import { DefenceScenes, HALL } from '../support/defence-scene.js';
import { failure, IN_ADMISSION, ScoringWorld, type Person } from '../support/scoring-world.js';
import { Visitor } from '../support/visitor.js';

let scoring: ScoringWorld;
let scenes: DefenceScenes;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
  scenes = new DefenceScenes(scoring);
});
afterAll(() => scoring.close());

const as = (person: Person, at = IN_ADMISSION) => scoring.app.ctx(person, at);
const plan = () => scoring.app.get(PlanDefence);

/** Read by a library that knows nothing of ours. */
async function calendar(code: string) {
  const { body } = await scoring.app.http.inject({ url: evaluationPaths.defenceCalendar(code) });
  return new ICAL.Component(ICAL.parse(body) as never[]).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    const status = one.getFirstPropertyValue('status');
    return { uid: event.uid, sequence: event.sequence, at: event.startDate.toJSDate(), status, where: event.location };
  });
}

describe('the plan of a defence', () => {
  it('rule 43: gives every admitted proposal its time, tells its applicant, and shows all of it to everybody', async () => {
    const scene = await scenes.planned(3);
    const { id, code, officer, chair, applicants } = scene;
    expect((await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code))).status).toBe(404);
    await scenes.publish(scene);
    const times = (await scenes.slots(scene)).map(({ startsAt }) => startsAt.toISOString().slice(11, 16));
    expect(times).toEqual(['08:00', '08:15', '08:40']);
    for (const person of applicants) expect(await scoring.lettersTo(person, 'evaluation.defence-time')).toBe(1);
    expect(await scoring.lettersTo(chair, 'evaluation.defence-agenda')).toBe(1);
    const { text } = await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code));
    expect(text).toContain(HALL);
    expect(text).toContain('10:40');
    expect((await new Visitor(scoring.app).get(`/competitions/${code}`)).html).toContain(
      evaluationPaths.publicDefence(code),
    );
    expect(await failure(scenes.publish(scene))).toBe('evaluation.defence-published-already');
    expect((await (await scoring.browse(officer)).get(evaluationPaths.defence(id))).text).toContain('Оприлюднено');
  });

  it('rule 43: is not published before it is known who is admitted, nor while somebody finds no time', async () => {
    const scene = await scenes.planned(2, { endsAt: new Date('2020-11-20T08:20:00Z') });
    expect(await failure(scenes.publish(scene))).toBe('evaluation.defence-too-short');
    await scenes.changeDay(scene, { endsAt: new Date('2020-11-20T12:00:00Z') });
    await scoring.world.rows(`update applications.application set state = 'submitted' where id = $1`, [
      scene.applications[0],
    ]);
    expect(await failure(scenes.publish(scene))).toBe('evaluation.defence-undecided');
  });

  it('of two windows the second one is told, and nothing is lost', async () => {
    const scene = await scenes.planned(1);
    const version = await scenes.version(scene);
    const day = scenes.day({ minutesEach: 20 });
    const dayId = await scenes.dayId(scene);
    const save = async () => plan().saveDay(await as(scene.chair), scene.id, dayId, day, { version, reason: null });
    await save();
    expect(await failure(save())).toBe('evaluation.defence-saved-elsewhere');
    const visitor = await scoring.browse(scene.officer);
    await visitor.get(evaluationPaths.defenceDay(scene.id, dayId));
    const { status, html } = await visitor.post(evaluationPaths.defenceDay(scene.id, dayId), {
      ...{ version: String(version), startsAt: '20.11.2020 12:00', endsAt: '20.11.2020 15:00', minutesEach: '20' },
      place: 'Бібліотека на площі',
    });
    expect([status, html.includes('Бібліотека на площі')]).toEqual([422, true]);
  });

  it('rule 43: its lot is put down before, opened with the agenda, never chosen again; anybody repeats the order', async () => {
    const scene = await scenes.planned(4);
    const { id, code, chair } = scene;
    const choose = async (orderBy: 'lot' | 'register') =>
      plan().chooseOrder(await as(chair), id, { orderBy, ranks: new Map() }, await scenes.version(scene));
    await choose('lot');
    expect(await failure(choose('register'))).toBe('evaluation.defence-lot-set');
    const before = await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code));
    const hash = /[0-9a-f]{64}/.exec(before.html)![0];
    await choose('lot');
    await scenes.publish(scene);
    const after = await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code));
    const [shown, seed] = [...after.html.matchAll(/<code class="hash">([0-9a-f]{64})<\/code>/g)].map((one) => one[1]!);
    expect([shown, sha256Hex(seed!)]).toEqual([hash, hash]);
    const codes = (await scenes.slots(scene)).map(({ registerCode }) => registerCode);
    const rank = (one: string) => sha256Hex(`${hash} ${one}`);
    expect(codes).toEqual([...codes].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
  });

  it('rule 43: takes an order by hand', async () => {
    const scene = await scenes.planned(2);
    const visitor = await scoring.browse(scene.officer);
    await visitor.get(evaluationPaths.defenceOrder(scene.id));
    const [first, second] = scene.applications as [string, string];
    const typed = { version: String(await scenes.version(scene)), orderBy: 'hand', [`ranks[${first}]`]: '2' };
    const twice = await visitor.post(evaluationPaths.defenceOrder(scene.id), { ...typed, [`ranks[${second}]`]: '2' });
    expect(twice.text).toContain('Номер 2 стоїть двічі');
    await visitor.post(evaluationPaths.defenceOrder(scene.id), { ...typed, [`ranks[${second}]`]: '1' });
    await scenes.publish(scene);
    expect((await scenes.slots(scene)).map(({ applicationId }) => applicationId)).toEqual([second, first]);
  });
});

describe('a change of a published agenda', () => {
  it('has a reason, is told to whom it concerns, and moves the events of calendars', async () => {
    const scene = await scenes.published(2);
    const { code, applicants, chair } = scene;
    const before = await calendar(code);
    expect(before.map(({ sequence, status }) => [sequence, status])).toEqual([
      [0, 'CONFIRMED'],
      [0, 'CONFIRMED'],
    ]);
    const startsAt = new Date('2020-11-20T09:00:00Z');
    expect(await failure(scenes.changeDay(scene, { startsAt }))).toBe('evaluation.defence-reason');
    await scenes.changeDay(scene, { startsAt }, 'Немає світла до десятої');
    const after = await calendar(code);
    expect(after.map(({ uid, sequence }) => [uid, sequence])).toEqual(before.map(({ uid }) => [uid, 1]));
    expect(after[0]!.at).toEqual(startsAt);
    for (const person of applicants) expect(await scoring.lettersTo(person, 'evaluation.defence-moved')).toBe(1);
    expect(await scoring.lettersTo(chair, 'evaluation.defence-agenda-changed')).toBe(1);
  });

  it('leaves whoever has the same time in peace', async () => {
    const scene = await scenes.published(2);
    await scenes.addDay(scene, 'Запасний день');
    expect((await calendar(scene.code)).map(({ sequence }) => sequence)).toEqual([0, 0]);
    expect(await scoring.lettersTo(scene.applicants[0]!, 'evaluation.defence-moved')).toBe(0);
  });

  it('keeps the place of who is out and of everybody else; who is admitted since comes last', async () => {
    const scene = await scenes.planned(3);
    const [first, second, third] = scene.applications as [string, string, string];
    const become = (id: string, state: string) =>
      scoring.world.rows(
        `update applications.application set state = $2, decision_reason = 'Рішення комісії' where id = $1`,
        [id, state],
      );
    await become(third, 'refused');
    await scenes.publish(scene);
    await become(first, 'refused');
    await become(third, 'admitted');
    await scenes.changeDay(scene, {}, 'Комісія допустила ще одну пропозицію');
    const events = await calendar(scene.code);
    expect(
      events.map(({ uid, at, sequence, status }) => [
        uid.slice(0, 36),
        at.toISOString().slice(11, 16),
        sequence,
        status,
      ]),
    ).toEqual([
      [first, '08:00', 1, 'CANCELLED'],
      [second, '08:15', 0, 'CONFIRMED'],
      [third, '08:40', 0, 'CONFIRMED'],
    ]);
    expect(await scoring.lettersTo(scene.applicants[2]!, 'evaluation.defence-time')).toBe(1);
    expect(await scoring.lettersTo(scene.applicants[1]!, 'evaluation.defence-moved')).toBe(0);
  });

  it('moves the proposals of a day that is removed to the others, unless they find no room', async () => {
    const scene = await scenes.published(2);
    const { id, officer } = scene;
    const dayId = await scenes.dayId(scene);
    const remove = async (reason: string | null) =>
      plan().removeDay(await as(officer), id, dayId, { version: await scenes.version(scene), reason });
    expect(await failure(remove(null))).toBe('evaluation.defence-reason');
    expect(await failure(remove('Зала зайнята'))).toBe('evaluation.defence-too-short');
    await scenes.addDay(scene, 'Запасний день');
    await remove('Зала зайнята');
    const events = await calendar(scene.code);
    expect(events.map(({ at, sequence }) => [at.toISOString().slice(0, 16), sequence])).toEqual([
      ['2020-11-23T08:00', 1],
      ['2020-11-23T08:15', 1],
    ]);
    for (const person of scene.applicants) expect(await scoring.lettersTo(person, 'evaluation.defence-moved')).toBe(1);
  });

  it('called off, it stays in calendars and on the page as cancelled', async () => {
    const scene = await scenes.published(1);
    const { id, code, officer, applicants } = scene;
    const [before] = await calendar(code);
    await scoring.app.get(PublishDefence).cancel(await as(officer), id, 'Карантин');
    const [after] = await calendar(code);
    expect(after).toEqual({ ...before, sequence: 1, status: 'CANCELLED' });
    expect(await scoring.lettersTo(applicants[0]!, 'evaluation.defence-cancelled')).toBe(1);
    expect((await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code))).text).toContain('Карантин');
    expect(await failure(scenes.changeDay(scene, {}, 'Знову'))).toBe('evaluation.defence-not-now');
  });

  it('shows a link to the room alone, unless it is open to everybody', async () => {
    const link = 'https://zustrich.example/zakhyst';
    const scene = await scenes.published(1, { onlineUrl: link });
    const seen = async (visitor: Visitor, path: string) => (await visitor.get(path)).html.includes(link);
    const stranger = new Visitor(scoring.app);
    expect(await seen(stranger, evaluationPaths.publicDefence(scene.code))).toBe(false);
    const applicant = await scoring.browse(scene.applicants[0]!);
    expect(await seen(applicant, evaluationPaths.presenters(scene.applications[0]!))).toBe(true);
    const member = await scoring.browse(scene.commission[2]!);
    expect(await seen(member, evaluationPaths.defenceRoom(scene.id))).toBe(true);
    await scenes.changeDay(scene, { onlineUrl: link, isOnlinePublic: true }, 'Дивитися може кожен');
    expect(await seen(stranger, evaluationPaths.publicDefence(scene.code))).toBe(true);
  });
});

describe('who presents', () => {
  it('rule 43: is named by the applicant, seen in the room alone, and forgotten later', async () => {
    const scene = await scenes.published(2);
    const [applicationId] = scene.applications as [string];
    const applicant = scene.applicants[0]!;
    expect((await scoring.deskOf(applicant, IN_ADMISSION)).map(({ href }) => href)).toContain(
      evaluationPaths.presenters(applicationId),
    );
    const presenters = [{ fullName: 'Ткач Ірина Петрівна', capacity: 'head' as const }];
    const name = async (person: Person, at = IN_ADMISSION) =>
      scoring.app.get(NamePresenters).execute(await as(person, at), applicationId, presenters);
    expect(await failure(name(scene.applicants[1]!))).toBe('platform.not-found');
    await name(applicant);
    expect(await failure(name(applicant, new Date('2020-11-20T08:00:00Z')))).toBe('evaluation.presenters-closed');
    const member = await scoring.browse(scene.commission[2]!);
    expect((await member.get(evaluationPaths.defenceRoom(scene.id))).text).toContain('Ткач Ірина Петрівна, керівник');
    const { html } = await new Visitor(scoring.app).get(evaluationPaths.publicDefence(scene.code));
    expect(html).not.toContain('Ткач');
    const other = await scoring.browse(scene.applicants[1]!);
    expect((await other.get(evaluationPaths.defenceRoom(scene.id))).status).toBe(403);
    expect((await scoring.deskOf(applicant, IN_ADMISSION)).map(({ href }) => href)).not.toContain(
      evaluationPaths.presenters(applicationId),
    );
    await scoring.app
      .get(ForgetPresentersSweep)
      .sweep(await scoring.app.ctx(undefined, new Date('2021-03-01T08:00:00Z')));
    const kept = await scoring.world.rows(
      'select full_name, capacity from evaluation.defence_presenter where application_id = $1',
      [applicationId],
    );
    expect(kept).toEqual([{ full_name: null, capacity: 'head' }]);
  });

  it('fails with what was typed kept, and says what is missing', async () => {
    const scene = await scenes.published(1, {
      startsAt: new Date('2120-11-20T08:00:00Z'),
      endsAt: new Date('2120-11-20T12:00:00Z'),
    });
    const path = evaluationPaths.presenters(scene.applications[0]!);
    const visitor = await scoring.browse(scene.applicants[0]!);
    await visitor.get(path);
    const empty = await visitor.post(path, {});
    expect([empty.status, empty.text.includes('Вкажіть, хто представлятиме пропозицію')]).toEqual([422, true]);
    const half = await visitor.post(path, { 'presenters[0][fullName]': 'Довженко Олесь' });
    expect([half.status, half.html.includes('value="Довженко Олесь"')]).toEqual([422, true]);
  });
});
