import {
  CreateAdministrator,
  CreateOrganiser,
  RoleGrants,
  applicantsOf,
  ensureOrganiser,
  peopleWithRole,
} from '#libs/identity';
import type { Actor } from '#libs/platform/access';
import { Accounts, PASSWORD } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor, type Answer } from '../support/visitor.js';
import { World } from '../support/world.js';

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

async function lettersTo(email: string): Promise<string[]> {
  const rows = await world.rows<{ template: string }>(
    'select template from notifications.message where to_address = $1 order by id',
    [email],
  );
  return rows.map((row) => row.template);
}

describe('powers', () => {
  it('are given once, whoever asks how often, and end once', async () => {
    const { id: scopeId } = await world.organiser();
    const { personId } = await accounts.open('director@powers.example');
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
    const [first, second] = [await accounts.open('first@powers.example'), await accounts.open('second@powers.example')];
    const ctx = await app.ctx();
    const give = (personId: string, role: 'commission-chair' | 'commission-member') =>
      app.uow.run(ctx, (tx) => app.get(RoleGrants).grant(tx, { personId, role, scopeKind: 'competition', scopeId }));
    await give(first.personId, 'commission-chair');
    const refused = (code: string) => ({ fields: [{ field: 'role', code }] });
    await expect(give(first.personId, 'commission-member')).rejects.toMatchObject(
      refused('identity.one-commission-role'),
    );
    await expect(give(second.personId, 'commission-chair')).rejects.toMatchObject(refused('identity.role-taken'));
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

  it('let only an administrator add an authority, each under an address of its own', async () => {
    const organiser = {
      slug: 'severodonetsk',
      name: 'Сєвєродонецька міська рада',
      shortName: 'Міська рада',
      edrpou: '98201138',
      city: 'м. Сєвєродонецьк',
      contactName: 'Ірина Тесленко',
      contactPhone: '+380 50 000 00 01',
      contactEmail: 'konkurs@rada.example',
      workingHours: 'з 8:00 до 17:00',
    };
    const create = async (by: Actor, more = {}) =>
      app.get(CreateOrganiser).execute(await app.ctx(by), { ...organiser, ...more });
    const refused = (field: string, code: string) => ({ fields: [{ field, code }] });
    const admin = await world.person([{ role: 'administrator', scopeKind: 'system', scopeId: null }]);
    await expect(create(await world.person())).rejects.toMatchObject({ kind: 'not-found' });
    await expect(create(admin, { edrpou: '12345679' })).rejects.toMatchObject(
      refused('edrpou', 'identity.edrpou-wrong'),
    );
    expect(await create(admin)).toEqual(expect.any(String));
    await expect(create(admin)).rejects.toMatchObject(refused('slug', 'identity.slug-taken'));
  });
});

describe('people of the system', () => {
  it('begin with an administrator made on the server', async () => {
    const person = { email: 'first@people.example', familyName: 'Безрук', givenName: 'Артем' };
    const path = await app.get(CreateAdministrator).execute(await app.ctx(), person);
    const visitor = new Visitor(app);
    await visitor.get(path!);
    await visitor.post(path!, { password: PASSWORD });
    await visitor.get('/consent');
    await visitor.post('/consent', { consent: 'yes', noticeVersion: '0' });
    expect((await visitor.get('/admin/people')).text).toMatch('Безрук Артем');
    expect(await app.get(CreateAdministrator).execute(await app.ctx(), person)).toBe(null);
  });

  it('are invited, given a power and relieved of it by an administrator', async () => {
    const admin = await accounts.signedIn('admin@people.example', [
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
    const admin = await accounts.signedIn('last@people.example', [
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
    const officer = await accounts.signedIn('curious@people.example', [
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
    headFamilyName: 'Гнатенко',
    headGivenName: 'Олег',
    headPatronymic: 'Вадимович',
    phone: '+380 50 000 00 11',
    email: 'info@try-lopaty.example',
  };

  async function register(visitor: Visitor, values: Partial<typeof card> = {}): Promise<Answer> {
    await visitor.get('/organisations/new');
    return visitor.post('/organisations/new', { ...card, ...values });
  }

  it('are brought in by a person, who acts for them and invites a colleague', async () => {
    const head = await accounts.signedIn('head@try-lopaty.example');
    expect((await register(head, { headGivenName: '' })).text).toMatch('Введіть ім’я');
    expect((await register(head, { katottg: 'UA44' } as never)).text).toMatch('Перевірте код КАТОТТГ');
    const twoFaults = (await register(head, { edrpou: '32855968', phone: '5' })).text;
    for (const words of ['остання з них контрольна', 'Введіть номер телефону']) expect(twoFaults).toContain(words);
    expect((await register(head, { legalForm: 'charity' })).text).toMatch('ознака не відповідає');
    expect((await register(head, { registeredOn: '01.01.1800' })).text).toMatch('ранішою за 1991 рік');
    const answer = await register(head);
    expect((await register(head)).location).toBe(answer.location);
    expect(answer.location).toMatch(/^\/organisations\/[0-9a-f-]{36}$/);
    const id = answer.location.split('/')[2]!;
    await head.get(answer.location);
    const colleague = { email: 'colleague@try-lopaty.example', familyName: 'Ковтун', givenName: 'Аліна' };
    expect((await head.post(`${answer.location}/people`, colleague)).status).toBe(303);
    const recipients = await applicantsOf(app.db, id);
    expect(recipients.map(({ email }) => email)).toEqual(['head@try-lopaty.example', 'colleague@try-lopaty.example']);

    const rival = await accounts.signedIn('rival@other.example');
    const refused = await register(rival, { name: 'Інша назва' });
    expect([refused.status, refused.text.includes('потрібна перевірка посадової особи')]).toEqual([422, true]);
    expect(refused.text).not.toMatch('ТРИ ЛОПАТИ');
    const own = await register(rival, { edrpou: '33951844' });
    expect((await rival.get(own.location)).status).toBe(200);
    expect((await rival.get(answer.location)).status).toBe(404);
    await rival.get(own.location);
    expect((await rival.post(`${answer.location}/people`, colleague)).status).toBe(404);
  });

  it('are not registered in the future', async () => {
    const head = await accounts.signedIn('future@ngo.example');
    expect((await register(head, { edrpou: '36068147', registeredOn: '01.01.2190' })).text).toMatch(
      'Дата реєстрації не може бути пізнішою за сьогодні',
    );
  });
});
