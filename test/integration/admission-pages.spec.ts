import { CompetitionRooms } from '#libs/competitions';
import { DeskSource } from '#libs/identity';
import { Ports } from '#libs/platform/ports';
import { ADMIT, Admissions, REFUSE, all } from '../support/admissions.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, commission, submitted, type Person } from '../support/commission.js';
import { RECUSAL } from '../support/sittings.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let admissions: Admissions;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  admissions = new Admissions(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('pages of the admission', () => {
  it('keep everything that was typed, and go on to the next proposal without a verdict', async () => {
    const scene = await commission(world);
    const first = await submitted(world, scene.competitionId);
    const second = await submitted(world, scene.competitionId);
    const officer = await browserOf(app, scene.officer);
    const list = `/organiser/competitions/${scene.competitionId}/admission`;
    await officer.get(`${list}/${first.id}`);
    const typed = { version: '0', documents: 'failed', statements: 'passed', filling: 'open', go: 'next' };
    const refusal = { verdict: 'refuse', reason: 'Немає копії статуту & рішення.' };
    const answer = await officer.post(`${list}/${first.id}`, { ...typed, ...refusal });
    expect(answer.status).toBe(422);
    for (const field of ['documentsNote', 'ground']) expect(answer.html).toContain(`href="#${field}"`);
    expect(answer.html).toContain('Немає копії статуту &amp; рішення.</textarea>');
    expect(answer.html).toMatch(/name="documents"[^>]*value="failed" checked/);
    const whole = { ...typed, ...refusal, documentsNote: 'Немає статуту', ground: 'documents' };
    expect((await officer.post(`${list}/${first.id}`, whole)).location).toBe(`${list}/${second.id}`);
    const clean = { ...typed, documents: 'passed', filling: 'passed', verdict: 'open', go: 'list' };
    expect((await officer.post(`${list}/${second.id}`, clean)).location).toBe(list);
    const together = await officer.get(`${list}/together`);
    expect(together.text).toContain('Підготувати допуск 1 пропозиції');
    expect((await officer.post(`${list}/together`, { count: '1' })).location).toBe(list);
    await officer.get(`${list}/session`);
    expect((await officer.post(`${list}/session`, { plannedAt: 'завтра', place: 'зала' })).status).toBe(422);
    const called = await officer.post(`${list}/session`, { plannedAt: '10.11.2099 14:00', place: 'зала 12' });
    expect(called.location).toMatch(/^\/sessions\/[0-9a-f-]{36}$/);
    expect((await officer.get(called.location)).text).toContain('Відмовити в допуску до участі');
  });

  it('let the director look and not write, and nobody else in', async () => {
    const scene = await commission(world);
    const { id, applicant } = await submitted(world, scene.competitionId);
    const grant = { role: 'director', scopeKind: 'organiser', scopeId: scene.organiserId } as const;
    const list = `/organiser/competitions/${scene.competitionId}/admission`;
    const director = await browserOf(app, await world.person([grant]));
    expect((await director.get(`${list}/${id}`)).html).not.toContain('name="verdict"');
    expect((await director.post(`${list}/${id}`, {})).status).toBe(403);
    const others: Person[] = [scene.members[0]!, applicant, (await commission(world, 0)).officer];
    const statuses = [];
    for (const other of others) statuses.push((await (await browserOf(app, other)).get(list)).status);
    expect(statuses).toEqual([403, 403, 404]);
  });

  it('publish decisions once the minutes are signed, and nothing about the rest', async () => {
    const scene = await commission(world);
    const kept = await submitted(world, scene.competitionId, { title: 'Книга їде в село' });
    const dropped = await submitted(world, scene.competitionId, { title: 'Кіно на кордоні' });
    await admissions.check(scene, kept.id, ADMIT);
    await admissions.check(scene, dropped.id, REFUSE);
    const anybody = await browserOf(app, await world.person());
    const path = `/competitions/${scene.code}/admission`;
    const before = await anybody.get(path);
    expect([before.text.includes('Рішень ще немає'), before.text.includes('Книга їде в село')]).toEqual([true, false]);
    await admissions.decide(scene, ['fa', 'fa', 'fa', 'fa', 'fa', 'fa']);
    const after = await anybody.get(path);
    expect(after.text).toContain('Книга їде в село');
    expect(after.text).not.toContain('Кіно на кордоні');
    expect(after.text).toContain('Ще 1 пропозиція чекає на рішення комісії.');
    await admissions.check(scene, dropped.id, { ...REFUSE, version: 1 });
    await admissions.decide(scene, all('f'));
    const refused = await anybody.get(`${path}?state=refused`);
    expect(refused.text).toContain('Кіно на кордоні Відмовлено Підстава: Документи подано не в повному обсязі.');
    expect(refused.text).not.toContain('Книга їде в село');
    expect(refused.text).not.toContain(RECUSAL);
    expect((await anybody.get('/competitions/немає/admission')).status).toBe(404);
  });

  it('put on the desk of the officer what waits, and link the stages', async () => {
    const scene = await commission(world, 9, { admission_until: '2020-11-12' });
    const { id } = await submitted(world, scene.competitionId);
    const ctx = await app.ctx(scene.officer);
    const desk = async () => {
      const items = await Promise.all(
        app
          .get(Ports)
          .all(DeskSource)
          .map((source) => source.items(ctx, app.db)),
      );
      return items.flat().filter(({ href }) => href.includes('/admission'));
    };
    const list = `/organiser/competitions/${scene.competitionId}/admission`;
    expect(await desk()).toMatchObject([
      {
        title: 'Допуск: підготувати рішення щодо 1 пропозиції з 1',
        href: list,
        dueAt: new Date('2020-11-12T21:59:59Z'),
      },
    ]);
    await admissions.check(scene, id, ADMIT);
    expect(await desk()).toMatchObject([{ href: `${list}/session` }]);
    await admissions.decide(scene, all('f'));
    expect(await desk()).toEqual([]);
    const subject = {
      id: scene.competitionId,
      state: 'admission',
      organiserId: scene.organiserId,
      coOrganiserId: null,
      scoringMode: null,
    } as const;
    const rooms = async (person: Person) => {
      const found = app.get(Ports).all(CompetitionRooms);
      const lists = await Promise.all(found.map(async (port) => port.rooms(await app.ctx(person), subject)));
      return lists.flat().map(({ text, note }) => `${text}: ${note}`);
    };
    const shared = ['Засідання № 1 про допуск: Протокол підписано', 'Рішення про допуск: допущено – 1, відмовлено – 0'];
    expect(await rooms(scene.officer)).toEqual(
      expect.arrayContaining(['Допуск до участі: рішення підготовлено щодо 1 із 1', ...shared]),
    );
    expect((await rooms(scene.members[4]!)).filter((line) => line.includes('допуск'))).toEqual(shared);
  });
});
