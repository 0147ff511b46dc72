import { newId } from '#libs/platform/database';
import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { receivingCompetition } from '../support/proposals.js';
import { Visitor, type Answer } from '../support/visitor.js';
import { World } from '../support/world.js';

const HOST = 'portal.example';
const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
const MULTIPART = 'multipart/form-data; boundary=edge';

let app: TestApp;
let world: World;
let applicant: Visitor;
let organisationId: string;
let filesPath: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  ({ id: organisationId } = await world.organisation());
  const { id: organiserId } = await world.organiser();
  const closes = { closes_at: new Date('2099-01-01T00:00:00Z') };
  const { id: competitionId } = await receivingCompetition(world, organiserId, closes);
  filesPath = `/applications/${await world.application(competitionId, organisationId)}/files`;
  const grant = { role: 'applicant', scopeKind: 'organisation' as const, scopeId: organisationId };
  applicant = await new Accounts(app, world).signedIn('applicant@door.example', [grant]);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const heading = ({ html }: Answer): string =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '').trim();
const otherLanguage = ({ html }: Answer): string | undefined => /class="header__lang" href="([^"]*)"/.exec(html)?.[1];

describe('control characters in what was sent', () => {
  it('are taken out of the fields of a form', async () => {
    await applicant.get('/account/details');
    const answer = await applicant.post('/account/details', {
      familyName: 'Тк\u0000ач',
      givenName: 'Олена\u0007',
      language: 'uk',
    });
    expect(answer).toMatchObject({ status: 303 });
    const [person] = await app.db.rows<{ familyName: string }>(
      `select family_name as "familyName", given_name as "givenName" from identity.person where email = 'applicant@door.example'`,
    );
    expect(person).toEqual({ familyName: 'Ткач', givenName: 'Олена' });
  });

  it('are taken out of the query', async () => {
    expect((await new Visitor(app).get('/competitions?q=%00гранти')).status).toBe(200);
  });

  it('in a path name nothing that exists', async () => {
    expect((await new Visitor(app).get('/competitions/%00')).status).toBe(404);
    expect((await new Visitor(app).get('/assets/%00')).status).toBe(404);
    expect((await new Visitor(app).get('/%00')).status).toBe(404);
  });

  it('are taken out of the fields of a form with files', async () => {
    await applicant.get('/account');
    const note = '--edge\r\ncontent-disposition: form-data; name="note"\r\n\r\noth\u0000er\r\n';
    const file = '--edge\r\ncontent-disposition: form-data; name="file-other"; filename="a.pdf"\r\n\r\n';
    const body = `${note}${file}${PDF}\r\n--edge--\r\n`;
    const answer = await applicant.postRaw(`${filesPath}?question=other`, MULTIPART, body);
    expect([answer.status, answer.location, answer.text]).toEqual([303, `${filesPath}#file-other`, '']);
  });
});

describe('the name of a file', () => {
  it('keeps its quotes, commas and Cyrillic, as a browser sends them', async () => {
    await applicant.get(filesPath);
    const sent = 'Статут %22Три лопати%22, ред. 2; копія.pdf';
    const file = `--edge\r\ncontent-disposition: form-data; name="file-other"; filename="${sent}"\r\n\r\n`;
    const answer = await applicant.postRaw(`${filesPath}?question=other`, MULTIPART, `${file}${PDF}\r\n--edge--\r\n`);
    expect(answer.location).toBe(`${filesPath}#file-other`);
    expect((await applicant.get(filesPath)).text).toContain('Статут &quot;Три лопати&quot;, ред. 2; копія.pdf');
  });
});

describe('a form that cannot be read', () => {
  const whole = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
  it.each([
    ['broken off in a file', MULTIPART, whole],
    ['broken off in a field', MULTIPART, '--edge\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nabc'],
    ['without a boundary', 'multipart/form-data', whole],
    ['that is no multipart at all', MULTIPART, 'garbage'],
    ['of another kind', 'application/x-www-form-urlencoded', 'purpose=x'],
  ])('%s is answered in words', async (_, type, payload) => {
    await applicant.get('/account');
    const answer = await applicant.postRaw(filesPath, type, payload);
    expect([answer.status, heading(answer)]).toEqual([400, 'Запит неможливо прочитати']);
  });

  it.each([
    ['a list', 'application/json', '[1]'],
    ['a word', 'application/json', '"x"'],
    ['endless nesting', 'application/json', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('%s instead of fields is answered in words', async (_, type, payload) => {
    await applicant.get('/account');
    expect((await applicant.postRaw('/account/details', type, payload)).status).toBe(400);
  });

  it.each([
    ['with files where none are expected', MULTIPART, '--edge--\r\n'],
    ['without a field', 'application/x-www-form-urlencoded', ''],
  ])('%s is a form without fields', async (_, type, payload) => {
    const visitor = new Visitor(app);
    await visitor.get('/sign-in');
    expect((await visitor.postRaw('/sign-in', type, payload)).status).toBe(422);
  });
});

describe('a token that is not ours', () => {
  const part = (name: string, value: string) =>
    `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--edge\r\ncontent-disposition: form-data; name="file-other"; filename="a.pdf"\r\n\r\n${PDF}\r\n--edge--\r\n`;

  it('of a form with files comes first in it, never in the address', async () => {
    const { html } = await applicant.get(filesPath);
    expect(html).not.toContain('?_csrf=');
    const token = /name="_csrf" value="([^"]+)"/.exec(html)![1]!;
    const cookies = { sp_session: applicant.session!, sp_visitor: applicant.cookie('sp_visitor')! };
    const send = async (query: string, payload: string) => {
      const url = `${filesPath}?question=other${query}`;
      const headers = { 'content-type': MULTIPART };
      return (await app.http.inject({ method: 'POST', url, payload, headers, cookies })).statusCode;
    };
    expect(await send('', part('_csrf', token) + file)).toBe(303);
    expect(await send('', part('note', 'x') + part('_csrf', token) + file)).toBe(403);
    expect(await send('', file)).toBe(403);
    expect(await send(`&_csrf=${token}`, file)).toBe(403);
    expect(await send('', part('_csrf', 'їхній') + file)).toBe(403);
  });

  it('of as many characters but more bytes is refused', async () => {
    const visitor = new Visitor(app);
    await visitor.get('/sign-in');
    expect((await visitor.post('/sign-in', { _csrf: 'ї'.repeat(43) })).status).toBe(403);
  });

  it('of a session that is over offers to sign in and come back to the form', async () => {
    const visitor = new Visitor(app);
    const answer = await visitor.post(
      '/en/account/details',
      {},
      {
        host: HOST,
        referer: `http://${HOST}/en/account/details?from=desk`,
      },
    );
    expect([answer.status, heading(answer)]).toEqual([403, 'Please sign in again']);
    expect(answer.html).toContain('href="/en/sign-in?next=%2Faccount%2Fdetails%3Ffrom%3Ddesk"');
  });

  it.each([undefined, 'https://elsewhere.example/account', 'nonsense'])(
    'sent from %s offers the desk after sign-in',
    async (referer) => {
      const answer = await new Visitor(app).post('/account/details', {}, { host: HOST, ...(referer && { referer }) });
      expect(answer.html).toContain('href="/sign-in?next=%2Fdesk"');
    },
  );

  it('of somebody who is signed in offers no sign-in', async () => {
    const answer = await applicant.post('/account/details', { _csrf: 'old' });
    expect([answer.status, heading(answer)]).toEqual([403, 'Цю дію Вам не дозволено']);
  });
});

describe('the other language', () => {
  it('of a failed form is its page, though nothing is shown at the address it was sent to', async () => {
    const page = `/organisations/${organisationId}`;
    await applicant.get(page);
    const headers = { host: HOST, referer: `http://${HOST}${page}?done=x` };
    const answer = await applicant.post(`${page}/people`, {}, headers);
    expect([answer.status, otherLanguage(answer)]).toEqual([422, `/en${page}?done=x`]);
    const doubled = await applicant.post(
      `${page}/people`,
      {},
      { host: HOST, referer: `http://${HOST}//other.example` },
    );
    expect(otherLanguage(doubled)).toBe('/en/other.example');
    const foreign = await applicant.post(`${page}/people`, {}, { host: HOST, referer: 'https://elsewhere.example/' });
    expect(otherLanguage(foreign)).toBe(`/en${page}/people`);
  });

  it('never leads to another site', async () => {
    expect(otherLanguage(await new Visitor(app).get('/en//elsewhere.example'))).toBe('/elsewhere.example');
  });
});

describe('an address that cannot be read', () => {
  it.each(['/%', '/%zz', '/competitions/%E0%A4', `/competitions/${'a'.repeat(300)}`])(
    '%s is not found, in words',
    async (path) => {
      const answer = await new Visitor(app).get(path);
      expect([answer.status, heading(answer)]).toEqual([404, 'Сторінку не знайдено']);
      const english = await new Visitor(app).get(`/en${path}`);
      expect([english.status, heading(english)]).toEqual([404, 'Page not found']);
    },
  );

  it('keeps the safety of every page', async () => {
    const [bad, plain] = await Promise.all(
      ['/%zz', `/${newId()}`].map((url) => app.http.inject({ method: 'GET', url })),
    );
    expect(bad!.headers['content-security-policy']).toBe(plain!.headers['content-security-policy']);
  });

  it('leaves signing in as it was', async () => {
    await new Accounts(app, world).open('again@door.example');
    expect((await signIn(new Visitor(app), 'again@door.example')).status).toBe(303);
  });
});

describe('an address that is too long', () => {
  it('is answered by a page in its language', async () => {
    await app.http.listen(0, '127.0.0.1');
    const url = await app.http.getUrl();
    for (const [prefix, words] of [
      ['', 'Адреса сторінки задовга'],
      ['/en', 'The address of the page is too long'],
    ]) {
      const long = await fetch(`${url}${prefix}/competitions?q=${'a'.repeat(20_000)}`);
      expect(long.status).toBe(200);
      const longer = await fetch(`${url}${prefix}/competitions?q=${'a'.repeat(60_000)}`);
      expect([longer.status, longer.headers.get('content-type')]).toEqual([431, 'text/html; charset=utf-8']);
      expect(await longer.text()).toContain(words);
    }
  });
});
