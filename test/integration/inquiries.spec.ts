import { AnswerInquiry, AskInquiry, NoteInquiry, RefuseInquiry } from '#libs/announcements';
import { SavePreference } from '../../libs/notifications/src/use-cases/save-preference.js';
import type { Actor } from '#libs/platform/access';
import { verifyChains } from '#libs/platform/facts';
import { ActScenes, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { A_DAY, codeOf, wholeDraft } from '../support/proposals.js';
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

const WORDS = 'Я Марта Секретна, 0671112233. Чи можна купити ноутбук?';
const ANSWER = { wording: 'Чи можна купити техніку?', answer: 'Так, до 10 % бюджетної частини.' };
const VISITOR: Actor = { kind: 'visitor', personId: null, fullName: '', email: '', grants: [] };

const ask = async (
  of: ActScene,
  input: Record<string, unknown> = {},
  at = A_DAY,
  by = VISITOR,
  from = '198.51.100.1',
) =>
  app.get(AskInquiry).execute(await app.ctx(by, at), of.code, { words: WORDS, email: null, address: from, ...input });
const inquiriesOf = (of: ActScene) =>
  world.rows<{ id: string; state: string; email: string | null; asker: string | null; words: string; reason: string }>(
    `select id, state, email, asker_id as asker, words, refusal_reason as reason from announcements.inquiry
      where competition_id = $1 order by id`,
    [of.id],
  );
const answer = async (of: ActScene, id: string, input = ANSWER, by: Actor = of.officer) =>
  app.get(AnswerInquiry).execute(await app.ctx(by, A_DAY), of.id, id, input);
const messagesTo = (email: string) =>
  world.rows<{ template: string; state: string; body: string }>(
    `select template, state, body from notifications.message where to_address = $1 and template like 'announcements.%'
      order by id`,
    [email],
  );

/** Competitions that are received now by the clock of the portal. */
const openNow = (values: Record<string, unknown> = {}) => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  return acts.open({
    opens_at: days(-5),
    closes_at: days(20),
    scoring_from: days(25),
    scoring_until: days(30),
    ...values,
  });
};

describe('a question about a call', () => {
  it('is asked by anybody on the page, answered for everybody, and nothing personal comes out', async () => {
    const of = await openNow();
    const visitor = new Visitor(app, '198.51.100.7');
    const path = `/competitions/${of.code}/questions`;
    expect((await visitor.get(`/competitions/${of.code}`)).html).toContain(`href="${path}"`);
    expect((await visitor.get(path)).text).toContain('Запитання приймають до');
    const failed = await visitor.post(path, { words: '', email: 'не адреса' });
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('Напишіть запитання');
    expect(failed.html).toContain('value="не адреса"');
    expect((await visitor.post(path, { words: WORDS, email: 'a@ngo.example,b@ngo.example' })).status).toBe(422);
    expect((await visitor.post(path, { words: WORDS, email: 'marta@ngo.example' })).location).toBe(
      `${path}?done=asked`,
    );
    expect((await visitor.get(`${path}?done=asked`)).text).toContain('Запитання надіслано');
    expect((await visitor.get(path)).html).not.toContain('Секретна');

    const officer = await acts.signedIn(of.officer);
    const [inquiry] = await inquiriesOf(of);
    const own = `/organiser/competitions/${of.id}/inquiries/${inquiry!.id}`;
    expect((await officer.get('/desk')).html).toContain(`href="${own}"`);
    expect((await officer.get(`/organiser/competitions/${of.id}`)).text).toContain('1 чекає відповіді');
    expect((await officer.get(own)).text).toContain('Марта Секретна');
    const empty = await officer.post(own, { wording: 'Лише суть', answer: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Лише суть');
    // rule 55: what was typed comes back, and nothing is published.
    const personal = await officer.post(own, { wording: WORDS, answer: 'Пишіть на olena@masscom.example' });
    expect([personal.status, personal.html.includes('Марта Секретна')]).toEqual([422, true]);
    expect(personal.text.match(/Приберіть з тексту телефон/g)!.length).toBeGreaterThanOrEqual(2);
    expect((await officer.get(own)).html).toContain('Секретна, […]. Чи можна');
    expect((await officer.post(own, ANSWER)).location).toBe(`/organiser/competitions/${of.id}/inquiries?done=answered`);
    expect((await officer.get('/desk')).html).not.toContain(`href="${own}"`);

    const page = await visitor.get(path);
    expect(page.html).toContain('id="answer-1"');
    expect(page.text).toContain(ANSWER.wording);
    expect(page.text).toContain(ANSWER.answer);
    for (const secret of ['Секретна', '0671112233', 'marta@ngo.example']) expect(page.html).not.toContain(secret);
    expect((await visitor.get(`/competitions/${of.code}`)).text).toContain('1 відповідь, остання –');
    expect((await visitor.get(`${path}?q=технiку`)).text).toContain('Знайдено 1');
    expect((await visitor.get(`/en${path}`)).text).toContain('Questions and answers');
  });

  it('goes by letter to who left an address, and the address is forgotten', async () => {
    const of = await acts.open();
    await ask(of, { email: 'olha@ngo.example' });
    const [inquiry] = await inquiriesOf(of);
    expect(inquiry!.email).toBe('olha@ngo.example');
    expect(await answer(of, inquiry!.id)).toBe(1);
    expect(await inquiriesOf(of)).toMatchObject([{ state: 'answered', email: null, asker: null }]);
    const [letter] = await messagesTo('olha@ngo.example');
    expect(letter!.template).toBe('announcements.your-answer');
    expect(letter!.body).toContain(ANSWER.answer);
    expect(letter!.body).toContain(`/competitions/${of.code}/questions#answer-1`);
  });

  it('is told to applicants as they wish to learn of news, and to who asked only once', async () => {
    const of = await acts.open();
    await wholeDraft(app, of.competition, of.who);
    const colleague = await world.person([
      { role: 'applicant', scopeKind: 'organisation', scopeId: of.who.organisationId },
    ]);
    await app
      .get(SavePreference)
      .execute(await app.ctx(colleague, A_DAY), { frequency: 'daily', dailyHour: 9, muted: [] });
    await ask(of, { email: of.who.actor.email.toUpperCase() }, A_DAY, of.who.actor);
    const [inquiry] = await inquiriesOf(of);
    expect(inquiry).toMatchObject({ asker: of.who.actor.personId, email: null });
    await answer(of, inquiry!.id);
    await app.drain();
    expect((await messagesTo(of.who.actor.email)).map((one) => one.template)).toEqual(['announcements.your-answer']);
    expect(await messagesTo(colleague.email)).toMatchObject([
      { template: 'announcements.new-answer', state: 'gathered' },
    ]);
    expect(await messagesTo(of.chair.email)).toEqual([]);
  });

  it('is refused with a reason that is kept and told, and stays off the page', async () => {
    const of = await acts.open();
    await ask(of, { words: 'Продаю гараж', email: 'harazh@ngo.example' });
    const [inquiry] = await inquiriesOf(of);
    await app.get(RefuseInquiry).execute(await app.ctx(of.officer, A_DAY), of.id, inquiry!.id, 'Не про цей конкурс');
    expect(await inquiriesOf(of)).toMatchObject([
      { state: 'refused', words: 'Продаю гараж', reason: 'Не про цей конкурс', email: null },
    ]);
    expect((await messagesTo('harazh@ngo.example'))[0]!.body).toContain('Не про цей конкурс');
    expect(await codeOf(answer(of, inquiry!.id))).toBe('announcements.not-now');
    expect((await new Visitor(app).get(`/competitions/${of.code}/questions`)).html).not.toContain('гараж');
    await expect(world.rows('update announcements.inquiry set words = $1', ['інше'])).rejects.toThrow(
      'stays as it was',
    );
  });

  it('is written down from a call by the officer only', async () => {
    const [of, other] = [await acts.open(), await acts.open()];
    const note = async (by: Actor) => app.get(NoteInquiry).execute(await app.ctx(by, A_DAY), of.id, 'Чи є зразок?');
    expect(await codeOf(note(of.director))).toBe('announcements.officer-only');
    expect(await codeOf(note(other.officer))).toBe('platform.not-found');
    expect(await codeOf(note(of.officer))).toBe('done');
    const [inquiry] = await inquiriesOf(of);
    expect(await codeOf(answer(of, inquiry!.id, ANSWER, other.officer))).toBe('platform.not-found');
    expect(await codeOf(answer(other, inquiry!.id, ANSWER, other.officer))).toBe('platform.not-found');
    const stranger = await acts.signedIn(other.officer);
    for (const path of ['', '/new', `/${inquiry!.id}`])
      expect((await stranger.get(`/organiser/competitions/${of.id}/inquiries${path}`)).status).toBe(404);
    const page = await acts.signedIn(of.officer);
    expect((await page.get(`/organiser/competitions/${of.id}/inquiries/new`)).text).toContain('поставлене телефоном');
  });

  it('is not taken after the last day, and says so', async () => {
    const of = await acts.open({ inquiries_until: '2020-10-19' });
    expect(await codeOf(ask(of))).toBe('announcements.asking-over');
    expect(await codeOf(ask(of, {}, new Date('2020-10-19T20:59:59Z')))).toBe('done');
    const visitor = new Visitor(app);
    const path = `/competitions/${of.code}/questions`;
    const page = await visitor.get(path);
    expect(page.text).toContain('Запитання приймали до 19 жовтня 2020 року включно');
    expect(page.html).not.toContain('name="words"');
    await visitor.get('/sign-in');
    const late = await visitor.post(path, { words: WORDS });
    expect(late.status).toBe(422);
    expect(late.text).toContain('Запитання приймали до 19 жовтня 2020 року');
    const cancelled = await acts.open();
    await acts.act(cancelled, 'cancel');
    expect(await codeOf(ask(cancelled))).toBe('announcements.asking-closed');
  });

  it('does not come in floods: so many from one address', async () => {
    const of = await acts.open();
    const codes: string[] = [];
    for (let n = 0; n < 8; n += 1) codes.push(await codeOf(ask(of, {}, A_DAY, VISITOR, '203.0.113.9')));
    expect(codes).toEqual([...Array<string>(6).fill('done'), ...Array<string>(2).fill('identity.too-many-attempts')]);
    expect(await codeOf(ask(of, {}, A_DAY, VISITOR, '203.0.113.10'))).toBe('done');
  });

  it('is asked once however often the button is pressed', async () => {
    const of = await acts.open();
    await Promise.all([1, 2, 3].map((n) => ask(of, {}, A_DAY, VISITOR, `203.0.113.3${n}`)));
    await ask(of, { words: 'Інше запитання' }, A_DAY, VISITOR, '203.0.113.34');
    expect((await inquiriesOf(of)).length).toBe(2);
  });

  it('is numbered one after another, also when two officers answer at once', async () => {
    const of = await acts.open();
    await ask(of, { words: 'Перше' }, A_DAY, VISITOR, '203.0.113.20');
    await ask(of, { words: 'Друге' }, A_DAY, VISITOR, '203.0.113.21');
    const [first, second] = await inquiriesOf(of);
    expect((await Promise.all([answer(of, first!.id), answer(of, second!.id)])).sort()).toEqual([1, 2]);
    const again = await Promise.all([codeOf(answer(of, first!.id)), codeOf(answer(of, second!.id))]);
    expect(again).toEqual(['announcements.not-now', 'announcements.not-now']);
  });

  it('answered wrongly, is mended by a numbered correction beside it', async () => {
    const of = await openNow();
    await ask(of, {}, new Date(), VISITOR, '203.0.113.30');
    const [inquiry] = await inquiriesOf(of);
    await answer(of, inquiry!.id);
    const officer = await acts.signedIn(of.officer);
    const path = `/organiser/competitions/${of.id}/corrections/new`;
    expect((await officer.get(path)).text).toContain('Відповідь на запитання');
    const slip = { what: 'answer', place: 'Відповідь № 1', was: 'до 10 %', becomes: 'до 15 %', reason: 'Описка' };
    const none = { registerCode: '', minutesNumber: '' };
    const answered = await officer.post(path, { ...slip, ...none, actNumber: '7-од', actOn: '10.10.2020' });
    expect(answered.location).toBe(`/competitions/${of.code}/corrections#correction-1`);
    const page = await new Visitor(app).get(`/competitions/${of.code}/questions`);
    expect(page.text).toContain('виправлено № 1: Відповідь № 1');
    expect(page.text).toContain(ANSWER.answer);
  });
});
