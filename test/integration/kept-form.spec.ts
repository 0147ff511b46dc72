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
