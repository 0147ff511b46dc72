import { InvitePerson, RoleGrants, applicantsOf, ensureOrganiser, peopleWithRole } from '#libs/identity';
import { InvalidInput } from '#libs/platform/errors';
import { hashPassword } from '../../libs/identity/src/model/password-hash.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor, type Answer } from '../support/visitor.js';
import { World } from '../support/world.js';

const PASSWORD = 'три лопати біля хати';
const OTHER_PASSWORD = 'крейдяна стежка взимку';
const WRONG = 'Електронна пошта або пароль неправильні';

let app: TestApp;
let world: World;
let passwordHash: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

type Grants = Parameters<World['person']>[0];
const account = (email: string, grants: Grants = []) => world.person(grants, { email, password_hash: passwordHash });

async function signIn(visitor: Visitor, email: string, password = PASSWORD, next = ''): Promise<Answer> {
  await visitor.get('/sign-in');
  return visitor.post('/sign-in', { email, password, next });
}

async function signedIn(email: string, grants: Grants = []): Promise<Visitor> {
  await account(email, grants);
  const visitor = new Visitor(app);
  expect((await signIn(visitor, email)).status).toBe(303);
  return visitor;
}

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
    await account('olena@masscom.example');
    const visitor = new Visitor(app);
    expect((await visitor.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    const answer = await signIn(visitor, ' Olena@Masscom.example ', PASSWORD, '/account');
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect(visitor.session).toHaveLength(43);
    expect((await visitor.get('/account')).text).toMatch('olena@masscom.example');
  });

  it('never leads out of the house', async () => {
    await account('ivan@masscom.example');
    const answer = await signIn(new Visitor(app), 'ivan@masscom.example', PASSWORD, '//evil.example');
    expect([answer.status, answer.location]).toEqual([303, '/desk']);
  });

  it('says the same of an unknown address and of a wrong password', async () => {
    await account('known@masscom.example');
    const [known, unknown] = ['known@masscom.example', 'nobody@masscom.example'];
    const ofKnown = shape(await signIn(new Visitor(app), known, OTHER_PASSWORD), known);
    const ofUnknown = shape(await signIn(new Visitor(app), unknown, OTHER_PASSWORD), unknown);
    expect(ofKnown.text).toMatch(WRONG);
    expect(ofKnown).toEqual(ofUnknown);
    expect(ofKnown.status).toBe(422);
  });

  it('stops exactly at the limit under parallel tries, for this account only', async () => {
    await account('target@masscom.example');
    await account('neighbour@masscom.example');
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
    const office = await signedIn('sessions@masscom.example');
    const phone = new Visitor(app);
    await signIn(phone, 'sessions@masscom.example');
    expect((await phone.get('/account')).status).toBe(200);
    await office.get('/account');
    expect((await office.post('/account/sessions/end-others', {})).status).toBe(303);
    expect((await phone.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    expect((await office.get('/account')).status).toBe(200);
  });

  it('of another person cannot be ended', async () => {
    const mine = await signedIn('mine@masscom.example');
    const other = await account('other@masscom.example');
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
    const office = await signedIn('changes@masscom.example');
    const phone = new Visitor(app);
    await signIn(phone, 'changes@masscom.example');
    await office.get('/account/password');
    const before = office.session;
    const answer = await office.post('/account/password', { password: PASSWORD, newPassword: OTHER_PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, '/account']);
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
      const visitor = await signedIn(email!);
      expect((await visitor.get('/account')).status).toBe(200);
      await world.rows(
        `update identity.session set ${column} where person_id = (select id from identity.person where email = $1)`,
        [email],
      );
      expect((await visitor.get('/account')).status).toBe(303);
    }
  });

  it('end by signing out', async () => {
    const visitor = await signedIn('leaves@masscom.example');
    const stolen = visitor.session!;
    await visitor.get('/account');
    const answer = await visitor.post('/sign-out', {});
    expect([answer.status, answer.location, visitor.session]).toEqual([303, '/', undefined]);
    const thief = await app.http.inject({ url: '/account', headers: { cookie: `sp_session=${stolen}` } });
    expect(thief.statusCode).toBe(303);
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
    await account(known);
    const ofKnown = shape(await ask(path, known), known);
    expect(ofKnown).toEqual(shape(await ask(path, unknown), unknown));
    expect([ofKnown.status, ofKnown.location]).toEqual([303, '/letter-sent']);
    expect([await lettersTo(known), await lettersTo(unknown)]).toEqual([toKnown, toUnknown]);
  });

  it('work once, also for two requests at the same moment', async () => {
    await account('once@letters.example');
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
    await account('late@letters.example');
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

  it('let a newcomer sign up and refuse a poor password at its field', async () => {
    await ask('/sign-up', 'newcomer@ngo.example');
    const path = await linkTo('newcomer@ngo.example');
    const visitor = new Visitor(app);
    await visitor.get(path);
    const names = { familyName: 'Лук’яненко', givenName: 'Олег', patronymic: '', phone: '' };
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
    const answer = await visitor.post(path, { familyName: 'Ткач', givenName: 'Ірина', password: PASSWORD });
    expect([answer.status, answer.text.includes('Обліковий запис із цією поштою вже є')]).toEqual([422, true]);
  });
});

describe('powers', () => {
  it('are given once, whoever asks how often, and end once', async () => {
    const { id: scopeId } = await world.organiser();
    const { personId } = await account('director@powers.example');
    const ctx = await app.ctx();
    const grant = { personId, role: 'director', scopeKind: 'organiser', scopeId, position: 'директорка' } as const;
    const give = () => app.uow.run(ctx, (tx) => app.get(RoleGrants).grant(tx, grant));
    const ids = await Promise.all([give(), give(), give()]);
    expect(new Set(ids).size).toBe(1);
    expect(await peopleWithRole(app.db, scopeId, ['director', 'officer'])).toEqual([
      {
        personId,
        email: 'director@powers.example',
        language: 'uk',
        fullName: expect.stringMatching(/^Прізвище\d+ Олена Іванівна$/) as string,
        signingName: expect.stringMatching(/^Олена ПРІЗВИЩЕ\d+$/) as string,
        position: 'директорка',
        isCsoRepresentative: false,
        role: 'director',
        grantId: ids[0],
      },
    ]);
    const end = () => app.uow.run(ctx, (tx) => app.get(RoleGrants).end(tx, ids[0]!, 'звільнення'));
    await end();
    await expect(end()).rejects.toMatchObject({ kind: 'not-found' });
    expect(await peopleWithRole(app.db, scopeId, ['director'])).toEqual([]);
    const facts = await world.rows('select name from facts.fact where subject_id = $1 order by id', [ids[0]]);
    expect(facts).toEqual([{ name: 'identity.role-granted' }, { name: 'identity.role-ended' }]);
  });

  it('hold one role of a commission per person, and one chair per commission', async () => {
    const { id: organiserId } = await world.organiser();
    const { id: scopeId } = await world.competition(organiserId);
    const [first, second] = [await account('first@powers.example'), await account('second@powers.example')];
    const ctx = await app.ctx();
    const give = (personId: string, role: 'commission-chair' | 'commission-member') =>
      app.uow.run(ctx, (tx) => app.get(RoleGrants).grant(tx, { personId, role, scopeKind: 'competition', scopeId }));
    await give(first.personId, 'commission-chair');
    const refused = (code: string) => ({ fields: [{ field: 'role', code }] });
    await expect(give(first.personId, 'commission-member')).rejects.toMatchObject(
      refused('identity.one-commission-role'),
    );
    await expect(give(second.personId, 'commission-chair')).rejects.toMatchObject(refused('identity.role-taken'));
    await expect(give(second.personId, 'commission-chair')).rejects.toBeInstanceOf(InvalidInput);
  });

  it('make an authority once', async () => {
    const organiser = {
      slug: 'luhansk-masscom',
      name: 'Департамент масових комунікацій',
      shortName: 'Департамент',
      edrpou: '98201121',
      city: 'м. Сєвєродонецьк',
      contactName: 'Ірина Тесленко',
      contactPhone: '+380 50 000 00 01',
      contactEmail: 'konkurs@masscom.example',
      workingHours: 'з 8:00 до 17:00',
    };
    const ctx = await app.ctx();
    const ensure = () => app.uow.run(ctx, (tx) => ensureOrganiser(tx, organiser));
    expect(await ensure()).toBe(await ensure());
  });
});

describe('people of the system', () => {
  it('are invited, given a power and relieved of it by an administrator', async () => {
    const admin = await signedIn('admin@people.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
    ]);
    const { id: organiserId } = await world.organiser();
    await admin.get('/admin/people/new');
    const invited = await admin.post('/admin/people/new', {
      email: 'officer@people.example',
      familyName: 'Тесленко',
      givenName: 'Ірина',
      patronymic: 'Олександрівна',
      role: 'officer',
      organiserId,
      position: 'головна спеціалістка',
      actNumber: '45-к',
      actOn: '12.10.2020',
    });
    expect([invited.status, await lettersTo('officer@people.example')]).toEqual([303, ['identity.invitation']]);
    const [officer] = await peopleWithRole(app.db, organiserId, ['officer']);
    expect((await admin.get(invited.location)).text).toMatch('№ 45-к від 12.10.2020');
    expect((await admin.get('/admin/people?q=тесленко')).text).toMatch('Тесленко Ірина Олександрівна');

    const path = `/admin/people/${officer!.personId}/roles/${officer!.grantId}/end`;
    await admin.get(path);
    expect((await admin.post(path, { reason: ' ' })).text).toMatch('Зазначте причину');
    expect((await admin.post(path, { reason: 'звільнення' })).status).toBe(303);
    expect(await peopleWithRole(app.db, organiserId, ['officer'])).toEqual([]);
  });

  it('always keep one administrator', async () => {
    await world.rows(`update identity.role_grant set ended_on = '2020-01-01' where role = 'administrator'`);
    const admin = await signedIn('last@people.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
    ]);
    const [grant] = await world.rows<{ id: string; personId: string }>(
      `select id, person_id as "personId" from identity.v_role where role = 'administrator'`,
    );
    const path = `/admin/people/${grant!.personId}/roles/${grant!.id}/end`;
    await admin.get(path);
    expect((await admin.post(path, { reason: 'відпустка' })).text).toMatch('Це єдиний адміністратор системи');
  });

  it('are hidden from everybody else', async () => {
    const officer = await signedIn('curious@people.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: (await world.organiser()).id },
    ]);
    expect((await officer.get('/admin/people')).status).toBe(403);
    expect((await new Visitor(app).get('/admin/people')).location).toBe('/sign-in?next=%2Fadmin%2Fpeople');
  });
});

describe('organisations', () => {
  const card = {
    edrpou: '32855961',
    name: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ «ТРИ ЛОПАТИ»',
    shortName: 'ГО «Три лопати»',
    legalForm: 'public-association',
    registeredOn: '14.03.2018',
    nonProfitSign: '0032',
    address: '92900, м. Кремінна, вул. Донецька, буд. 17',
    settlement: 'м. Кремінна',
    headName: 'Гнатенко Олег Вадимович',
    phone: '+380 50 000 00 11',
    email: 'info@try-lopaty.example',
  };

  async function register(visitor: Visitor, values: Partial<typeof card> = {}): Promise<Answer> {
    await visitor.get('/organisations/new');
    return visitor.post('/organisations/new', { ...card, ...values });
  }

  it('are brought in by a person, who acts for them and invites a colleague', async () => {
    const head = await signedIn('head@try-lopaty.example');
    expect((await register(head, { edrpou: '32855968' })).text).toMatch('остання з них контрольна');
    const answer = await register(head);
    expect(answer.location).toMatch(/^\/organisations\/[0-9a-f-]{36}$/);
    const id = answer.location.split('/')[2]!;
    await head.get(answer.location);
    const colleague = { email: 'colleague@try-lopaty.example', familyName: 'Ковтун', givenName: 'Аліна' };
    expect((await head.post(`${answer.location}/people`, colleague)).status).toBe(303);
    const recipients = await applicantsOf(app.db, id);
    expect(recipients.map(({ email }) => email)).toEqual(['head@try-lopaty.example', 'colleague@try-lopaty.example']);

    const rival = await signedIn('rival@other.example');
    const refused = await register(rival, { name: 'Інша назва' });
    expect([refused.status, refused.text.includes('Організація з цим кодом уже є в системі')]).toEqual([422, true]);
    expect(refused.text).not.toMatch('ТРИ ЛОПАТИ');
    const own = await register(rival, { edrpou: '33951844' });
    expect((await rival.get(own.location)).status).toBe(200);
    expect((await rival.get(answer.location)).status).toBe(404);
    await rival.get(own.location);
    expect((await rival.post(`${answer.location}/people`, colleague)).status).toBe(404);
  });

  it('are not registered in the future', async () => {
    const head = await signedIn('future@ngo.example');
    expect((await register(head, { edrpou: '36068147', registeredOn: '01.01.2190' })).text).toMatch(
      'Дата реєстрації не може бути пізнішою за сьогодні',
    );
  });
});
