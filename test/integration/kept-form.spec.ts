import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor, type Answer } from '../support/visitor.js';
import { World } from '../support/world.js';

const HOST = 'portal.example';
const PAGE = '/account/details';
const headers = { host: HOST, referer: `http://${HOST}${PAGE}` };
const typed = { familyName: 'Набране', givenName: 'Ім’я', language: 'uk' };

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const keptOf = ({ html }: Answer): string => /name="kept" value="([^"]+)"/.exec(html)![1]!;
const nameOf = async (email: string) =>
  (await world.rows<{ name: string }>('select family_name as name from identity.person where email = $1', [email]))[0]!
    .name;

/** A form that was open while its session ended. */
async function sentTooLate(email: string): Promise<{ visitor: Visitor; answer: Answer }> {
  const visitor = await accounts.signedIn(email);
  await visitor.get(PAGE);
  await world.rows(
    `update identity.session set expires_at = created_at where person_id = (select id from identity.person where email = $1)`,
    [email],
  );
  return { visitor, answer: await visitor.post(PAGE, typed, headers) };
}

describe('a form sent after the end of the session', () => {
  it('is not executed, and comes back filled to the same person after sign-in', async () => {
    const { visitor, answer } = await sentTooLate('same@kept.example');
    expect([answer.status, answer.text.includes('Усе, що Ви набрали, збережено')]).toEqual([403, true]);
    const early = await visitor.post('/kept-form', { kept: keptOf(answer) });
    expect([early.status, keptOf(early)]).toEqual([403, keptOf(answer)]);
    await signIn(visitor, 'same@kept.example');
    const back = await visitor.post('/kept-form', { kept: keptOf(answer) });
    expect(back.html).toContain('value="Набране"');
    expect(back.text).toContain('перевірте й надішліть ще раз');
    expect(await nameOf('same@kept.example')).not.toBe('Набране');
    expect(await visitor.post(PAGE, typed, headers)).toMatchObject({ status: 303 });
    expect(await nameOf('same@kept.example')).toBe('Набране');
  });

  it('does not come back to another person, nor when somebody changed it', async () => {
    const { visitor, answer } = await sentTooLate('first@kept.example');
    await accounts.open('second@kept.example');
    await signIn(visitor, 'second@kept.example');
    const other = await visitor.post('/kept-form', { kept: keptOf(answer) });
    expect([other.status, other.html.includes('Набране')]).toEqual([403, false]);
    expect(other.text).toContain('Цю форму заповнювала інша людина');
    for (const kept of ['', 'nonsense', `${keptOf(answer)}x`]) {
      const refused = await visitor.post('/kept-form', { kept });
      expect([refused.status, refused.text.includes('вже не можна повернути')]).toEqual([403, true]);
    }
  });

  it('keeps no password', async () => {
    const email = 'password@kept.example';
    const visitor = await accounts.signedIn(email);
    await visitor.get('/account/password');
    await world.rows('update identity.session set expires_at = created_at');
    const page = { host: HOST, referer: `http://${HOST}/account/password` };
    const answer = await visitor.post('/account/password', { current: 'x', newPassword: 'секрет' }, page);
    expect(answer.html).not.toContain('секрет');
  });
});

describe('a form whose token is of an earlier session of the same browser', () => {
  it('comes back filled at once, not executed, and can be sent again', async () => {
    const email = 'twice@kept.example';
    const visitor = await accounts.signedIn(email);
    await visitor.get(PAGE);
    const answer = await visitor.post(PAGE, { ...typed, _csrf: 'of an earlier session' }, headers);
    expect([answer.status, answer.html.includes('value="Набране"')]).toEqual([403, true]);
    expect(await nameOf(email)).not.toBe('Набране');
    expect(await visitor.post(PAGE, typed, headers)).toMatchObject({ status: 303 });
  });

  it('on a page for everybody needs no sign-in', async () => {
    const visitor = new Visitor(app);
    const page = { host: HOST, referer: `http://${HOST}/en/sign-in?next=%2Fdesk` };
    const answer = await visitor.post('/en/sign-in', { email: 'typed@kept.example', password: 'секрет' }, page);
    expect([answer.status, answer.html.includes('value="typed@kept.example"')]).toEqual([403, true]);
    expect(answer.html).toContain('<html lang="en"');
    expect(answer.html).not.toContain('секрет');
  });

  it('sent from elsewhere gets nothing back', async () => {
    const visitor = await accounts.signedIn('elsewhere@kept.example');
    const foreign = { host: HOST, referer: 'https://elsewhere.example/form', origin: 'https://elsewhere.example' };
    const answer = await visitor.post(PAGE, typed, foreign);
    expect([answer.status, answer.html.includes('Набране')]).toEqual([403, false]);
  });
});

describe('a form of a browser that forgot its session', () => {
  const typedFields = { ...typed, familyName: 'Загублене' };

  it('comes back filled after sign-in in the same browser, not executed', async () => {
    const email = 'restarted@kept.example';
    const visitor = await accounts.signedIn(email);
    await visitor.get(PAGE);
    const answer = await visitor.forget('sp_session', 'sp_visitor').post(PAGE, typedFields, headers);
    expect([answer.status, answer.text.includes('Усе, що Ви набрали, збережено')]).toEqual([403, true]);
    await signIn(visitor, email);
    const back = await visitor.post('/kept-form', { kept: keptOf(answer) });
    expect(back.html).toContain('value="Загублене"');
    expect(await nameOf(email)).not.toBe('Загублене');
    expect(await visitor.post(PAGE, typedFields, headers)).toMatchObject({ status: 303 });
  });

  it('comes back after a sign-out in another tab', async () => {
    const email = 'left@kept.example';
    const visitor = await accounts.signedIn(email);
    await visitor.get(PAGE);
    await visitor.post('/sign-out', {});
    const answer = await visitor.post(PAGE, typedFields, headers);
    await signIn(visitor, email);
    expect((await visitor.post('/kept-form', { kept: keptOf(answer) })).html).toContain('value="Загублене"');
  });

  it('is shown to no other browser and on the word of no other site', async () => {
    const visitor = await accounts.signedIn('mine@kept.example');
    await visitor.get(PAGE);
    const answer = await visitor.forget('sp_session').post(PAGE, typedFields, headers);
    const other = await accounts.signedIn('other-browser@kept.example');
    const elsewhere = await other.post('/kept-form', { kept: keptOf(answer) });
    expect([elsewhere.status, elsewhere.html.includes('Загублене')]).toEqual([403, false]);
    await signIn(visitor, 'mine@kept.example');
    const lured = await visitor.post('/kept-form', { kept: keptOf(answer) }, { 'sec-fetch-site': 'cross-site' });
    expect([lured.status, lured.html.includes('Загублене')]).toEqual([403, false]);
  });

  it('of a visitor without an account comes back at once with a token that is good', async () => {
    const { id: organiserId } = await world.organiser();
    await world.competition(organiserId, { code: 'KEPT-1', closes_at: new Date(Date.now() + 60 * 24 * 3_600_000) });
    const path = '/competitions/KEPT-1/questions';
    const page = { host: HOST, referer: `http://${HOST}${path}` };
    const visitor = new Visitor(app);
    await visitor.get(path);
    const answer = await visitor.forget('sp_visitor').post(path, { words: 'Чи можна школам?', email: '' }, page);
    expect(answer.html).toContain('Чи можна школам?</textarea>');
    expect(answer.text).not.toContain('Увійдіть');
    const again = await visitor.post(path, { words: 'Чи можна?', email: 'not an address' }, page);
    expect([again.status, again.text.includes('Сторінка була відкрита надто довго')]).toEqual([422, false]);
  });
});

describe('a form with a file', () => {
  it('comes back with its fields and says that the file is to be chosen again', async () => {
    const { path, officer } = await actForm();
    const boundary = 'of-this-test';
    const body = [
      ...[`--${boundary}`, 'Content-Disposition: form-data; name="reason"', '', 'Обстріл міста'],
      ...[`--${boundary}`, 'Content-Disposition: form-data; name="document"; filename="a.pdf"'],
      ...['Content-Type: application/pdf', '', '%PDF', `--${boundary}--`, ''],
    ].join('\r\n');
    const type = `multipart/form-data; boundary=${boundary}`;
    const page = { host: HOST, referer: `http://${HOST}${path}` };
    await officer.get(path);
    const answer = await officer.forget('sp_session').postRaw(path, type, body, page);
    await signIn(officer, 'act-officer@kept.example');
    const back = await officer.post('/kept-form', { kept: keptOf(answer) });
    expect(back.html).toContain('Обстріл міста');
    expect(back.text).toContain('Файл оберіть ще раз');
  });

  async function actForm() {
    const { id: organiserId } = await world.organiser();
    const { id } = await world.competition(organiserId);
    const officer = await accounts.signedIn('act-officer@kept.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    return { officer, path: `/organiser/competitions/${id}/acts/new/suspend` };
  }
});
