import { AnswerInquiry, AskInquiry, Subscribe } from '#libs/announcements';
import { VISITOR, type Actor } from '#libs/platform/access';
import { Sweeper } from '#libs/platform/jobs';
import { ActScenes, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { CompetitionWorld } from '../support/competition-world.js';
import { letterTo, linkIn, mails } from '../support/mailbox.js';
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
  await world.close();
  await app.close();
});

const pathOf = (link: string) => new URL(link).pathname;
const subscribersOf = (email: string) =>
  world.rows<{ confirmed: boolean }>(
    'select confirmed_at is not null as confirmed from announcements.subscription where email = $1 order by id',
    [email],
  );
const subjectsTo = async (email: string) =>
  (await mails()).filter(({ to }) => to.includes(email)).map(({ subject }) => subject);
const follow = async (person: Actor, topic: 'all' | `organiser:${string}` | `competition:${string}`) =>
  app.get(Subscribe).account(await app.ctx(person, A_DAY), topic);

/** An address that said yes to news of the competition, by the pages. */
async function confirmed(of: ActScene, email: string, from = '198.51.100.40'): Promise<Visitor> {
  const visitor = new Visitor(app, from);
  await visitor.get(`/subscriptions/new?competition=${of.code}`);
  await visitor.post('/subscriptions/new', { topic: `competition:${of.code}`, email });
  await app.drain();
  const path = pathOf(linkIn(await letterTo(email, 'Підтвердіть підписку')));
  await visitor.get(path);
  expect((await visitor.post(path, {})).text).toContain('Підписку підтверджено');
  return visitor;
}

describe('an address without an account', () => {
  it('is written to only after its owner said yes; looking at the link says nothing', async () => {
    const of = await acts.open();
    const visitor = new Visitor(app, '198.51.100.41');
    const page = await visitor.get(`/subscriptions/new?competition=${of.code}`);
    expect(page.text).toContain('Зміни, виправлення й відповіді про конкурс');
    expect(page.text).toContain('через 90 днів після його завершення');
    expect(page.html).toContain('<meta name="robots" content="noindex">');
    const wrong = await visitor.post('/subscriptions/new', { topic: `competition:${of.code}`, email: 'a@b.ua,c@d.ua' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('a@b.ua,c@d.ua');
    const topic = `competition:${of.code}`;
    expect((await visitor.post('/subscriptions/new', { topic, email: 'Ivan@ngo.example' })).location).toBe(
      '/subscriptions/asked',
    );
    await app.drain();
    const link = linkIn(await letterTo('ivan@ngo.example', 'Підтвердіть підписку'));
    expect((await visitor.get(pathOf(link))).text).toContain('Підтвердити підписку?');
    expect(await subscribersOf('ivan@ngo.example')).toEqual([{ confirmed: false }]);
    await acts.act(of, 'change-pot', { potKop: 61_000_000 });
    await app.drain();
    expect(await subjectsTo('ivan@ngo.example')).toHaveLength(1);
    expect((await visitor.post(pathOf(link).replace(/.{4}$/, 'AAAA'), {})).status).toBe(404);
    expect((await visitor.post(pathOf(link), {})).status).toBe(200);
    expect(await subscribersOf('ivan@ngo.example')).toEqual([{ confirmed: true }]);
    // Asked again it gets no second letter.
    await visitor.get('/subscriptions/new');
    await visitor.post('/subscriptions/new', { topic, email: 'ivan@ngo.example' });
    await app.drain();
    expect(await subjectsTo('ivan@ngo.example')).toHaveLength(1);
  });

  it('hears of acts and answers once each, and ends it by one click of the letter (RFC 8058)', async () => {
    const of = await acts.open();
    await confirmed(of, 'olena@ngo.example');
    await acts.act(of, 'extend', { closesAt: new Date('2020-11-20T16:00:00Z') });
    const ctx = await app.ctx(VISITOR, A_DAY);
    await app.get(AskInquiry).execute(ctx, of.code, { words: 'Що?', email: null, address: '203.0.113.77' });
    const [inquiry] = await world.rows<{ id: string }>(
      'select id from announcements.inquiry where competition_id = $1',
      [of.id],
    );
    const answer = { wording: 'Чи можна?', answer: 'Так.' };
    await app.get(AnswerInquiry).execute(await app.ctx(of.officer, A_DAY), of.id, inquiry!.id, answer);
    await app.drain();
    await letterTo('olena@ngo.example', 'Прийом пропозицій продовжено');
    const letter = await letterTo('olena@ngo.example', 'Нова відповідь про конкурс');
    expect(await subjectsTo('olena@ngo.example')).toHaveLength(3);
    const [address, post] = letter.unsubscribe;
    expect(post).toBe('List-Unsubscribe=One-Click');
    const url = pathOf(address!.slice(1, -1));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' };
    const click = { method: 'POST' as const, url, headers, payload: 'List-Unsubscribe=One-Click' };
    expect((await app.http.inject({ url })).body).toContain('Відписатися?');
    expect(await subscribersOf('olena@ngo.example')).toHaveLength(1);
    expect([(await app.http.inject(click)).statusCode, (await app.http.inject(click)).statusCode]).toEqual([200, 200]);
    expect(await subscribersOf('olena@ngo.example')).toEqual([]);
    await acts.act(of, 'cancel');
    await app.drain();
    expect(await subjectsTo('olena@ngo.example')).toHaveLength(3);
  });

  it('is forgotten when it never says yes, and long after the competition is over', async () => {
    const of = await acts.open();
    await confirmed(of, 'stays@ngo.example', '198.51.100.42');
    const visitor = new Visitor(app, '198.51.100.43');
    await visitor.get('/subscriptions/new');
    await visitor.post('/subscriptions/new', { topic: 'all', email: 'silent@ngo.example' });
    await world.rows(`update announcements.subscription set asked_at = asked_at - interval '8 days'`);
    const sweep = () => app.get(Sweeper).pass();
    await sweep();
    expect([await subscribersOf('silent@ngo.example'), await subscribersOf('stays@ngo.example')]).toEqual([
      [],
      [{ confirmed: true }],
    ]);
    await acts.act(of, 'cancel');
    await sweep();
    expect(await subscribersOf('stays@ngo.example')).toEqual([]);
  });
});

describe('an account', () => {
  it('follows by one button and ends it in the cabinet; nobody ends it for another', async () => {
    const of = await acts.open();
    const person = await acts.signedIn(of.officer);
    const form = await person.get(`/subscriptions/new?competition=${of.code}`);
    expect(form.html).not.toContain('name="email"');
    const topic = `competition:${of.code}`;
    for (let times = 0; times < 2; times += 1)
      expect((await person.post('/subscriptions/new', { topic })).location).toBe(
        '/account/subscriptions?done=subscribed',
      );
    const page = await person.get('/account/subscriptions');
    expect(page.text).toContain('Зміни, виправлення й відповіді про конкурс «Конкурс програм і проєктів 2021 року»');
    const ends = [...page.html.matchAll(/action="(\/account\/subscriptions\/[^"]+)"/g)].map((match) => match[1]!);
    expect(ends).toHaveLength(1);
    const stranger = await acts.signedIn(of.director);
    expect((await stranger.get('/account/subscriptions')).text).toContain('Ви ні на що не підписані');
    expect((await stranger.post(ends[0]!, {})).status).toBe(404);
    expect((await person.post(ends[0]!, {})).location).toBe('/account/subscriptions?done=ended');
    expect((await person.get('/account/subscriptions')).text).toContain('Ви ні на що не підписані');
  });

  it('that applies hears of an act once, by the letter that every applicant gets', async () => {
    const of = await acts.open();
    await wholeDraft(app, of.competition, of.who);
    await follow(of.who.actor, `competition:${of.code}`);
    await acts.act(of, 'cancel');
    await app.drain();
    expect(await subjectsTo(of.who.actor.email)).toEqual(['Конкурс скасовано: Конкурс програм і проєктів 2021 року']);
  });

  it('hears of new calls of the authority it follows, or of all, and never twice', async () => {
    const competitions = await CompetitionWorld.open(app, world);
    const [both, all, neighbour] = [await world.person(), await world.person(), await world.person()];
    await follow(both, 'all');
    await follow(both, `organiser:${competitions.organiser.slug}`);
    await follow(all, 'all');
    await follow(neighbour, `organiser:${competitions.neighbour.slug}`);
    expect(await codeOf(follow(both, 'organiser:nobody'))).toBe('platform.choose');
    await competitions.announced();
    await app.drain();
    await letterTo(both.email, 'Новий конкурс');
    await letterTo(all.email, 'Новий конкурс');
    expect([await subjectsTo(both.email), await subjectsTo(neighbour.email)]).toEqual([
      ['Новий конкурс: Конкурс проєктів'],
      [],
    ]);
  });
});
