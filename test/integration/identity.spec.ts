import { InvitePerson } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { Sweeper } from '#libs/platform/jobs';
import { Accounts, PASSWORD, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor, type Answer } from '../support/visitor.js';
import { World } from '../support/world.js';

const OTHER_PASSWORD = 'крейдяна стежка взимку';
const WRONG = 'Електронна пошта або пароль неправильні';

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** The path in the last letter to an address. */
async function linkTo(email: string): Promise<string> {
  const [letter] = await world.rows<{ body: string }>(
    'select body from notifications.message where to_address = $1 order by id desc limit 1',
    [email],
  );
  return new URL(/https?:\S+/.exec(letter!.body)![0]).pathname;
}

async function lettersTo(email: string): Promise<string[]> {
  const rows = await world.rows<{ template: string }>(
    'select template from notifications.message where to_address = $1 order by id',
    [email],
  );
  return rows.map((row) => row.template);
}

const shape = ({ status, location, text }: Answer, email: string) => ({
  status,
  location,
  text: text.replaceAll(email, '…'),
});

describe('signing in', () => {
  it('starts a session and goes where the person was going', async () => {
    await accounts.open('olena@masscom.example');
    const visitor = new Visitor(app);
    expect((await visitor.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    const answer = await signIn(visitor, ' Olena@Masscom.example ', PASSWORD, '/account');
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect(visitor.session).toHaveLength(43);
    expect((await visitor.get('/account')).text).toMatch('olena@masscom.example');
  });

  it('leads to an address with letters of ours', async () => {
    await accounts.open('letters@masscom.example');
    const answer = await signIn(new Visitor(app), 'letters@masscom.example', PASSWORD, '/є');
    expect([answer.status, answer.location]).toEqual([303, '/%D1%94']);
  });

  it.each([undefined, 'null'])('takes no body and a JSON null for an empty form (%s)', async (payload) => {
    const page = await app.http.inject({ url: '/sign-in' });
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!;
    const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
    const type = payload === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { 'x-csrf-token': token, ...type };
    const answer = await app.http.inject({ method: 'POST', url: '/sign-in', cookies, headers, payload });
    expect([answer.statusCode, answer.body.includes('name="password"')]).toEqual([422, true]);
  });

  it('never leads out of the house', async () => {
    await accounts.open('ivan@masscom.example');
    const answer = await signIn(new Visitor(app), 'ivan@masscom.example', PASSWORD, '//evil.example');
    expect([answer.status, answer.location]).toEqual([303, '/desk']);
  });

  it('says the same of an unknown address and of a wrong password', async () => {
    await accounts.open('known@masscom.example');
    const [known, unknown] = ['known@masscom.example', 'nobody@masscom.example'];
    const ofKnown = shape(await signIn(new Visitor(app), known, OTHER_PASSWORD), known);
    const ofUnknown = shape(await signIn(new Visitor(app), unknown, OTHER_PASSWORD), unknown);
    expect(ofKnown.text).toMatch(WRONG);
    expect(ofKnown).toEqual(ofUnknown);
    expect(ofKnown.status).toBe(422);
  });

  it('stops exactly at the limit under parallel tries, for this account only', async () => {
    await accounts.open('target@masscom.example');
    await accounts.open('neighbour@masscom.example');
    const tries = await Promise.all(
      Array.from({ length: 15 }, () => signIn(new Visitor(app, '10.0.0.1'), 'target@masscom.example', OTHER_PASSWORD)),
    );
    const wrong = tries.filter((answer) => answer.text.includes(WRONG));
    const stopped = tries.filter((answer) => answer.text.includes('Спробуйте знову за 15 хвилин'));
    expect([wrong.length, stopped.length]).toEqual([10, 5]);
    const right = await signIn(new Visitor(app, '10.0.0.2'), 'target@masscom.example');
    expect([right.status, right.text.includes('Спробуйте знову за 15 хвилин')]).toEqual([422, true]);
    expect((await signIn(new Visitor(app, '10.0.0.1'), 'neighbour@masscom.example')).status).toBe(303);
  });
});

describe('sessions', () => {
  it('are out at once when revoked elsewhere', async () => {
    const office = await accounts.signedIn('sessions@masscom.example');
    const phone = new Visitor(app);
    await signIn(phone, 'sessions@masscom.example');
    expect((await phone.get('/account')).status).toBe(200);
    await office.get('/account');
    expect((await office.post('/account/sessions/end-others', {})).status).toBe(303);
    expect((await phone.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    expect((await office.get('/account')).status).toBe(200);
  });

  it('of another person cannot be ended', async () => {
    const mine = await accounts.signedIn('mine@masscom.example');
    const other = await accounts.open('other@masscom.example');
    const theirs = new Visitor(app);
    await signIn(theirs, 'other@masscom.example');
    const [session] = await world.rows<{ id: string }>('select id from identity.session where person_id = $1', [
      other.personId,
    ]);
    await mine.get('/account');
    expect((await mine.post(`/account/sessions/${session!.id}/end`, {})).status).toBe(404);
    expect((await theirs.get('/account')).status).toBe(200);
  });

  it('all end when the password changes, but for the one that changed it', async () => {
    const office = await accounts.signedIn('changes@masscom.example');
    const phone = new Visitor(app);
    await signIn(phone, 'changes@masscom.example');
    await office.get('/account/password');
    const before = office.session;
    const answer = await office.post('/account/password', { password: PASSWORD, newPassword: OTHER_PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, '/account?done=password-changed']);
    expect(office.session).not.toBe(before);
    expect((await office.get('/account')).status).toBe(200);
    expect((await phone.get('/account')).status).toBe(303);
    expect((await signIn(new Visitor(app), 'changes@masscom.example')).text).toMatch(WRONG);
    expect(await lettersTo('changes@masscom.example')).toEqual(['identity.password-changed']);
  });

  it('live neither longer than twelve hours nor four hours idle', async () => {
    for (const [email, column] of [
      ['absolute@masscom.example', "expires_at = expires_at - interval '12 hours'"],
      ['idle@masscom.example', "seen_at = seen_at - interval '4 hours'"],
    ]) {
      const visitor = await accounts.signedIn(email!);
      expect((await visitor.get('/account')).status).toBe(200);
      await world.rows(
        `update identity.session set ${column} where person_id = (select id from identity.person where email = $1)`,
        [email],
      );
      expect((await visitor.get('/account')).status).toBe(303);
    }
  });

  it('end by signing out', async () => {
    const visitor = await accounts.signedIn('leaves@masscom.example');
    const stolen = visitor.session!;
    await visitor.get('/account');
    const answer = await visitor.post('/sign-out', {});
    expect([answer.status, answer.location, visitor.session]).toEqual([303, '/', undefined]);
    const thief = await app.http.inject({ url: '/account', headers: { cookie: `sp_session=${stolen}` } });
    expect(thief.statusCode).toBe(303);
  });
});

describe('housekeeping', () => {
  it('forgets sessions, links and attempts that ended long ago, and only those', async () => {
    const { personId } = await accounts.open('long-ago@masscom.example');
    const now = new Date();
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
    for (const [mark, ended, counted] of [
      ['\\x01', daysAgo(29), now],
      ['\\x02', daysAgo(31), daysAgo(2)],
    ]) {
      const row = { token_hash: mark, person_id: personId, created_at: now, expires_at: ended };
      await world.insert('identity.session', { ...row, id: newId(), seen_at: now });
      await world.insert('identity.one_time_token', { ...row, id: newId(), purpose: 'password-reset' });
      await world.insert('identity.attempt', { action: 'test', key_hash: mark, window_started_at: counted, count: 1 });
    }
    await app.get(Sweeper).pass();
    const left = await world.rows(
      `select 'session' as kind, token_hash from identity.session where person_id = $1
       union all select 'link', token_hash from identity.one_time_token where person_id = $1
       union all select 'attempt', key_hash from identity.attempt where action = 'test' order by 1`,
      [personId],
    );
    const kept = Buffer.from([1]);
    expect(left).toEqual(['attempt', 'link', 'session'].map((kind) => ({ kind, token_hash: kept })));
  });
});

describe('letters with links', () => {
  async function ask(path: string, email: string): Promise<Answer> {
    const visitor = new Visitor(app);
    await visitor.get(path);
    return visitor.post(path, { email });
  }

  it.each([
    ['/password-reset', ['identity.password-reset'], []],
    ['/sign-up', ['identity.already-registered'], ['identity.sign-up']],
  ])('%s answers the same whether the address is known or not', async (path, toKnown, toUnknown) => {
    const [known, unknown] = [`known${path.length}@letters.example`, `unknown${path.length}@letters.example`];
    await accounts.open(known);
    const ofKnown = shape(await ask(path, known), known);
    expect(ofKnown).toEqual(shape(await ask(path, unknown), unknown));
    expect([ofKnown.status, ofKnown.location]).toEqual([303, '/letter-sent']);
    expect([await lettersTo(known), await lettersTo(unknown)]).toEqual([toKnown, toUnknown]);
  });

  it('work once, also for two requests at the same moment', async () => {
    await accounts.open('once@letters.example');
    await ask('/password-reset', 'once@letters.example');
    const path = await linkTo('once@letters.example');
    const visitors = [new Visitor(app), new Visitor(app)];
    for (const visitor of visitors) expect((await visitor.get(path)).status).toBe(200);
    const passwords = [OTHER_PASSWORD, `${OTHER_PASSWORD} знову`];
    const answers = await Promise.all(visitors.map((one, index) => one.post(path, { password: passwords[index]! })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410]);
    const winner = passwords[answers.findIndex((answer) => answer.status === 303)]!;
    expect((await signIn(new Visitor(app), 'once@letters.example', winner)).status).toBe(303);
    expect((await new Visitor(app).get(path)).text).toMatch('Цим посиланням уже скористалися');
  });

  it('say so when they are over, and show the way to a new one', async () => {
    await accounts.open('late@letters.example');
    await ask('/password-reset', 'late@letters.example');
    const path = await linkTo('late@letters.example');
    await world.rows(
      `update identity.one_time_token set expires_at = expires_at - interval '1 hour'
        where person_id = (select id from identity.person where email = 'late@letters.example')`,
    );
    const late = await new Visitor(app).get(path);
    expect([late.status, late.text.includes('Термін дії посилання минув')]).toEqual([410, true]);
    expect(late.html).toMatch('href="/password-reset"');
    expect((await new Visitor(app).get('/invitation/no-such-token')).status).toBe(404);
  });

  it('invite for seven days; later the way to a new letter lets the invited one in', async () => {
    const invited = { email: 'invited@ngo.example', familyName: 'Ткач', givenName: 'Ірина' };
    await app.get(InvitePerson).execute(await app.ctx(), invited);
    const path = await linkTo(invited.email);
    const passes = (time: string) =>
      world.rows(
        `update identity.one_time_token set expires_at = expires_at - $2::interval
          where person_id = (select id from identity.person where email = $1)`,
        [invited.email, time],
      );
    await passes('6 days 23 hours 59 minutes');
    const late = new Visitor(app);
    expect((await late.get(path)).status).toBe(200);
    await passes('1 minute');
    expect((await late.post(path, { password: PASSWORD })).status).toBe(410);
    expect(await late.get(path)).toMatchObject({ status: 410, text: expect.stringContaining('Термін дії посилання') });
    expect((await late.get(`/en${path}`)).text).toMatch('This link has expired');
    await ask('/password-reset', invited.email);
    const again = new Visitor(app);
    const anew = await linkTo(invited.email);
    await again.get(anew);
    expect(anew).not.toBe(path);
    expect((await again.post(anew, { password: PASSWORD })).status).toBe(303);
  });

  it('let a newcomer sign up and refuse a poor password at its field', async () => {
    await ask('/sign-up', 'newcomer@ngo.example');
    const path = await linkTo('newcomer@ngo.example');
    const visitor = new Visitor(app);
    await visitor.get(path);
    const names = {
      familyName: 'Лук’яненко',
      givenName: 'Олег',
      patronymic: '',
      phone: '',
      consent: 'yes',
      noticeVersion: '0',
    };
    const poor = await visitor.post(path, { ...names, password: 'newcomer-2020' });
    expect([poor.status, poor.text.includes('Пароль не має містити')]).toEqual([422, true]);
    expect(poor.html).toMatch('value="Лук’яненко"');
    const answer = await visitor.post(path, { ...names, password: PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, '/desk']);
    expect((await visitor.get('/desk')).text).toMatch('Лук’яненко Олег');
  });

  it('make no second person with the same address in another case', async () => {
    await ask('/sign-up', 'Twice@ngo.example');
    const path = await linkTo('Twice@ngo.example');
    const person = { email: 'twice@NGO.example', familyName: 'Ткач', givenName: 'Ірина' };
    const first = await app.get(InvitePerson).execute(await app.ctx(), person);
    const again = await app.get(InvitePerson).execute(await app.ctx(), { ...person, email: 'TWICE@ngo.example' });
    expect(again).toEqual({ personId: first.personId, isNew: false });
    const visitor = new Visitor(app);
    await visitor.get(path);
    const answer = await visitor.post(path, {
      ...{ familyName: 'Ткач', givenName: 'Ірина', password: PASSWORD },
      ...{ consent: 'yes', noticeVersion: '0' },
    });
    expect([answer.status, answer.text.includes('Обліковий запис із цією поштою вже є')]).toEqual([422, true]);
  });
});
