import { competitionById, CorrectSlip, type Slip } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { verifyChains } from '#libs/platform/facts';
import { ActScenes } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes } from '../support/award-scene.js';
import { A_DAY, applicant, codeOf, submitNow, wholeDraft } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let acts: ActScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  acts = new ActScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

const SLIP: Slip = {
  what: 'contactName',
  ...{ place: '', was: '', becomes: 'Олена Кравець', reason: 'Описка в прізвищі' },
  ...{ actNumber: '18-од', actOn: '2020-10-19', registerCode: null, minutesNumber: null },
};
const correct = async (of: { id: string }, slip: Partial<Slip>, by: Actor, at = A_DAY) =>
  app.get(CorrectSlip).execute(await app.ctx(by, at), of.id, { ...SLIP, ...slip });
const toldOf = async (of: { id: string }) =>
  (
    await world.rows<{ to: string }>(
      `select m.to_address as to from notifications.message m
         join competitions.correction c on m.once_key like 'competitions.correction:' || c.id || ':%'
        where c.competition_id = $1 order by m.to_address`,
      [of.id],
    )
  ).map(({ to }) => to);
const sorted = (people: Actor[]) => people.map(({ email }) => email).sort();

describe('a slip in the announcement', () => {
  it('shows the right text with its mark, keeps the original readable, tells everybody concerned', async () => {
    const of = await acts.open({ contact_name: 'Олена Кравесь', contact_phone: '+380500000009' });
    await wholeDraft(app, of.competition, of.who);
    expect(await correct(of, {}, of.officer)).toBe(1);
    const visitor = new Visitor(app);
    const page = await visitor.get(`/competitions/${of.code}`);
    expect(page.text).toContain('Олена Кравець виправлено № 1');
    expect(page.text).not.toContain('Кравесь');
    expect(page.html).toContain(`href="/competitions/${of.code}/corrections#correction-1"`);
    const original = await visitor.get(`/competitions/${of.code}/corrections`);
    expect(original.text).toContain('Було написано Олена Кравесь Правильно Олена Кравець');
    expect(original.text).toContain('Акт № 18-од від 19 жовтня 2020 року');
    expect(await toldOf(of)).toEqual(sorted([of.who.actor, of.chair, of.expert]));
    const json = (await app.http.inject({ url: `/api/v1/competitions/${of.code}` })).json<{ corrections: object[] }>();
    expect(json.corrections).toMatchObject([{ number: 1, field: 'contactName', was: 'Олена Кравесь' }]);
  });

  it('rule 1: money, dates and criteria are refused with the act that is needed instead', async () => {
    const of = await acts.open();
    const before = await competitionById(app.db, of.id);
    const refusals = {
      potKop: 'competitions.correct-pot',
      closesAt: 'competitions.correct-closing',
      calendar: 'competitions.correct-calendar',
      criteria: 'competitions.correct-rule',
    } as const;
    for (const [what, code] of Object.entries(refusals))
      expect([what, await codeOf(correct(of, { what: what as Slip['what'] }, of.officer))]).toEqual([what, code]);
    expect(await competitionById(app.db, of.id)).toEqual(before);
    const officer = await acts.signedIn(of.officer);
    const path = `/organiser/competitions/${of.id}/corrections/new`;
    await officer.get(path);
    const fields = { what: 'potKop', becomes: '700 000', reason: 'Описка', actNumber: '1', actOn: '19.10.2020' };
    const failed = await officer.post(path, fields);
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('Обсяг коштів змінює лише акт');
    expect(failed.html).toContain('700 000');
  });

  it('is corrected by the officer of that authority, and needs to differ', async () => {
    const [of, other] = [await acts.open(), await acts.open()];
    expect(await codeOf(correct(of, {}, other.officer))).toBe('competitions.officer-only');
    expect(await codeOf(correct(of, {}, of.director))).toBe('competitions.officer-only');
    await correct(of, {}, of.officer);
    expect(await codeOf(correct(of, {}, of.officer))).toBe('competitions.correct-same');
    expect(await codeOf(correct(of, { what: 'contactEmail', becomes: 'не адреса' }, of.officer))).toBe(
      'competitions.email-form',
    );
    expect(await codeOf(correct(of, { what: 'minutes' }, of.officer))).toBe('competitions.correct-not-published');
    const stranger = await acts.signedIn(other.officer);
    expect((await stranger.get(`/organiser/competitions/${of.id}/corrections/new`)).status).toBe(403);
    expect((await new Visitor(app).get(`/competitions/${other.code}/corrections`)).text).toContain('Виправлень немає');
  });

  it('holds a contact to the shape that the settings demand', async () => {
    const of = await acts.open();
    for (const [what, code] of [
      ['contactPhone', 'competitions.phone-form'],
      ['contactEmail', 'competitions.email-form'],
    ] as const)
      expect(await codeOf(correct(of, { what, becomes: 'abc' }, of.officer))).toBe(code);
    expect(await codeOf(correct(of, { what: 'contactPhone', becomes: '(044) 123-45-67, дод. 2' }, of.officer))).toBe(
      'done',
    );
  });

  it('two at once get two numbers', async () => {
    const of = await acts.open();
    const numbers = await Promise.all([
      correct(of, { becomes: 'Перша' }, of.officer),
      correct(of, { what: 'place', becomes: 'Друга' }, of.officer),
    ]);
    expect(numbers.sort()).toEqual([1, 2]);
  });

  it('what was corrected cannot be changed, not even past the application', async () => {
    const of = await acts.open();
    await correct(of, {}, of.officer);
    const change = world.rows(`update competitions.correction set was = 'інше' where competition_id = $1`, [of.id]);
    await expect(change).rejects.toThrow('frozen');
  });
});

describe('a slip in a list', () => {
  it('about one proposal tells its organisation alone', async () => {
    const of = await acts.open();
    const other = await applicant(world);
    const [mine] = [await wholeDraft(app, of.competition, of.who), await wholeDraft(app, of.competition, other)];
    const { registerCode } = await submitNow(app, mine, of.who.actor);
    await world.rows(`update competitions.competition set state = 'admission' where id = $1`, [of.id]);
    const slip = { what: 'admission', place: 'рядок 1', was: 'ГО «Стіжок»', becomes: 'ГО «Стежка»' } as const;
    expect(await codeOf(correct(of, { ...slip, registerCode: 'нема-1' }, of.officer))).toBe(
      'competitions.correct-no-proposal',
    );
    await correct(of, { ...slip, registerCode }, of.officer);
    expect(await toldOf(of)).toEqual(sorted([of.who.actor]));
    const page = await new Visitor(app).get(`/competitions/${of.code}/admission`);
    expect(page.text).toContain(`виправлено № 1: рядок 1 (${registerCode})`);
  });
});

describe('a slip in minutes and in the order', () => {
  it('is marked beside the paper wherever it is shown', async () => {
    const scenes = new AwardScenes(app, world);
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const sessionId = await scenes.planned(of);
    const slip = { what: 'minutes', place: 'пункт 1', was: 'зала 12', becomes: 'зала 21', minutesNumber: 1 } as const;
    expect(await codeOf(correct(of, slip, of.officer))).toBe('competitions.correct-no-minutes');
    await scenes.voted(of, sessionId);
    await scenes.sign(of, sessionId);
    await correct(of, slip, of.officer);
    const page = await (await scenes.signedIn(of.chair)).get(`/sessions/${sessionId}`);
    expect(page.text).toContain('виправлено № 1: пункт 1');
    await scenes.order(of);
    await correct(of, { ...slip, what: 'order', place: 'преамбула', minutesNumber: null }, of.officer);
    await correct(of, { ...slip, what: 'results', place: 'місце 1', minutesNumber: null }, of.officer);
    const results = await new Visitor(app).get(`/competitions/${of.code}/results`);
    expect(results.text).toContain('виправлено № 2: преамбула');
    expect(results.text).toContain('виправлено № 3: місце 1');
    expect(results.text).not.toContain('виправлено № 1');
  });
});
