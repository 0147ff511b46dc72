import { EditText } from '#libs/words';
import type { Actor } from '#libs/platform/access';
import { Accounts, PASSWORD, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let accounts: Accounts;
let administrator: Actor;
let person: Actor & { personId: string };

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  administrator = await accounts.open('admin@consent.example', [
    { role: 'administrator', scopeKind: 'system', scopeId: null },
  ]);
  person = await accounts.open('person@consent.example', []);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

async function editNotice(basedOn: number): Promise<void> {
  const wording = { uk: { title: 'Персональні дані', text: `## Нова редакція\nДругий текст ${basedOn}` } };
  const ctx = await app.ctx(administrator);
  await app.get(EditText).execute(ctx, { scope: null, key: 'words:page.personalData', basedOn, wording });
}

const consents = () =>
  world.rows('select notice_version as version, language from identity.consent where person_id = $1 order by 1', [
    person.personId,
  ]);

describe('consent to the personal-data notice', () => {
  it('once given lets in without a question', async () => {
    const visitor = new Visitor(app);
    expect((await signIn(visitor, person.email)).location).toBe('/desk');
    expect((await visitor.get('/desk')).status).toBe(200);
  });

  it('is asked again at the next sign-in when the notice has a new version; before it nothing opens', async () => {
    const present = new Visitor(app);
    await signIn(present, person.email);
    await editNotice(0);
    expect((await present.get('/desk')).status).toBe(200);
    const visitor = new Visitor(app);
    expect((await signIn(visitor, person.email, PASSWORD, '/account')).location).toBe('/consent?next=%2Faccount');
    expect((await visitor.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    const asked = await visitor.get('/consent?next=%2Faccount');
    expect([asked.status, asked.text.includes('Другий текст 0')]).toEqual([200, true]);
    const refused = await visitor.post('/consent', { noticeVersion: '1', next: '/account' });
    expect([refused.status, refused.text.includes('Поставте позначку')]).toEqual([422, true]);
    const given = await visitor.post('/consent', { noticeVersion: '1', next: '/account', consent: 'yes' });
    expect([given.status, given.location]).toEqual([303, '/account']);
    expect((await visitor.get('/account')).text).toMatch('Версія 1,');
    expect(await consents()).toEqual([
      { version: 0, language: 'uk' },
      { version: 1, language: 'uk' },
    ]);
  });

  it('counts only for the text that was read', async () => {
    await editNotice(1);
    const visitor = new Visitor(app);
    await signIn(visitor, person.email);
    await visitor.get('/consent');
    await editNotice(2);
    const late = await visitor.post('/consent', { noticeVersion: '2', consent: 'yes' });
    expect([late.status, late.text.includes('з’явилася нова версія')]).toEqual([422, true]);
    expect(late.html).toContain('Другий текст 2');
  });

  it('is needed before a newcomer exists at all', async () => {
    const visitor = new Visitor(app);
    await visitor.get('/sign-up');
    await visitor.post('/sign-up', { email: 'newcomer@consent.example' });
    const [letter] = await world.rows<{ body: string }>(
      `select body from notifications.message where to_address = 'newcomer@consent.example'`,
    );
    const path = /\/sign-up\/\S+/.exec(letter!.body)![0];
    await visitor.get(path);
    const names = { familyName: 'Ткач', givenName: 'Ірина', password: PASSWORD, noticeVersion: '3' };
    const refused = await visitor.post(path, names);
    expect([refused.status, refused.text.includes('Без згоди обліковий запис не створюється')]).toEqual([422, true]);
    const known = () => world.rows(`select 1 from identity.person where email = 'newcomer@consent.example'`);
    expect(await known()).toEqual([]);
    expect((await visitor.post(path, { ...names, consent: 'yes' })).location).toBe('/desk');
    expect(await known()).toHaveLength(1);
  });
});

describe('information pages', () => {
  it.each(['/how-it-goes', '/accessibility', '/terms'])(
    '%s is a draft until somebody words it; every footer leads there',
    async (path) => {
      const { status, text, html } = await new Visitor(app).get(path);
      expect([status, text.includes('Це початковий текст програми, проєкт')]).toEqual([200, true]);
      expect(html).toContain(`<li><a href="${path}">`);
    },
  );

  it('show who runs the site as the administrator words it, and the version in force', async () => {
    const notice = await new Visitor(app).get('/personal-data');
    expect([notice.text.includes('Версія 3, чинна з'), notice.text.includes('проєкт')]).toEqual([true, false]);
    const wording = { uk: { title: 'Хто веде', text: 'Сайт веде [Департамент](/contacts).' } };
    await app
      .get(EditText)
      .execute(await app.ctx(administrator), { scope: null, key: 'words:page.site', basedOn: 0, wording });
    expect((await new Visitor(app).get('/terms')).html).toContain(
      '<p>Сайт веде <a href="/contacts">Департамент</a>.</p>',
    );
  });
});
