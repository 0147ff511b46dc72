import { DisablePerson } from '#libs/identity';
import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const ADMINISTRATOR = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;

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

async function factsOf(personId: string): Promise<{ body: Record<string, unknown>; personal: unknown }[]> {
  const rows = await world.rows<{ body: string; personal: string | null }>(
    `select f.body, p.body as personal from facts.fact f left join facts.personal_particulars p on p.fact_id = f.id
      where f.scope_id = $1 order by f.seq`,
    [personId],
  );
  return rows.map((row) => ({
    body: JSON.parse(row.body) as Record<string, unknown>,
    personal: row.personal === null ? null : (JSON.parse(row.personal) as unknown),
  }));
}

describe('personal details', () => {
  const details = {
    familyName: 'Лук’яненко-Ткач',
    givenName: 'Олена',
    patronymic: '',
    phone: '+380 50 123 45 67',
    language: 'en',
  };

  it('are mended by the person; the chain names the fields and holds no value', async () => {
    const visitor = await accounts.signedIn('mends@profile.example');
    const [person] = await world.rows<{ id: string }>(
      `update identity.person set family_name = 'Лук’яненко', phone = null where email = 'mends@profile.example' returning id`,
    );
    expect((await visitor.get('/account/details')).html).toMatch('value="Лук’яненко"');
    expect((await visitor.post('/account/details', details)).location).toBe('/account?done=details-changed');
    expect((await visitor.get('/account')).text).toMatch('Лук’яненко-Ткач Олена');
    const [fact, ...more] = await factsOf(person!.id);
    expect(fact!.body).toMatchObject({
      name: 'identity.person-changed',
      particulars: { fields: ['familyName', 'patronymic', 'phone', 'language'] },
    });
    expect(JSON.stringify(fact!.body)).not.toMatch(/Лук|\+380/);
    expect(fact!.personal).toEqual({
      before: { familyName: 'Лук’яненко', patronymic: 'Іванівна', phone: null, language: 'uk' },
      after: { familyName: 'Лук’яненко-Ткач', patronymic: null, phone: '+380 50 123 45 67', language: 'en' },
    });
    expect(more).toEqual([]);
  });

  it('saved unchanged record nothing, and wrong ones come back as typed', async () => {
    const visitor = await accounts.signedIn('same@profile.example');
    await visitor.get('/account/details');
    await visitor.post('/account/details', details);
    await visitor.post('/account/details', details);
    const [person] = await world.rows<{ id: string }>(
      `select id from identity.person where email = 'same@profile.example'`,
    );
    expect((await factsOf(person!.id)).length).toBe(1);
    const poor = await visitor.post('/account/details', { ...details, givenName: 'Олена2', phone: '12' });
    expect([poor.status, poor.html.includes('value="Олена2"')]).toEqual([422, true]);
    expect(poor.text).toMatch('Введіть номер телефону');
  });
});

describe('an account', () => {
  it('is closed by an administrator on every device at once, and opened again', async () => {
    const admin = await accounts.signedIn('admin@profile.example', [ADMINISTRATOR]);
    const leaver = await accounts.signedIn('leaver@profile.example');
    const [person] = await world.rows<{ id: string }>(
      `select id from identity.person where email = 'leaver@profile.example'`,
    );
    const path = `/admin/people/${person!.id}`;
    await admin.get(`${path}/disabling`);
    expect((await admin.post(`${path}/disabling`, { reason: '' })).text).toMatch('Зазначте причину');
    const answer = await admin.post(`${path}/disabling`, { reason: 'звільнення' });
    expect(answer.location).toBe(`${path}?done=person-disabled`);
    expect((await leaver.get('/account')).status).toBe(303);
    expect((await signIn(new Visitor(app), 'leaver@profile.example')).text).toMatch('або пароль неправильні');
    const mailbox = new Visitor(app);
    await mailbox.get('/password-reset');
    await mailbox.post('/password-reset', { email: 'leaver@profile.example' });
    expect(await world.rows(`select 1 from notifications.message where to_address = 'leaver@profile.example'`)).toEqual(
      [],
    );
    expect((await admin.get(path)).text).toMatch('Закрито');
    expect((await admin.post(`${path}/disabling`, { reason: 'ще раз' })).status).toBe(404);
    expect((await admin.post(`${path}/enabling`, {})).status).toBe(303);
    expect((await signIn(new Visitor(app), 'leaver@profile.example')).status).toBe(303);
    expect((await factsOf(person!.id)).map(({ body }) => [body.name, body.particulars])).toEqual([
      ['identity.person-disabled', { reason: 'звільнення' }],
      ['identity.person-enabled', {}],
    ]);
  });

  it('of the last administrator stays open, also when two close each other at the same moment', async () => {
    await world.rows(`update identity.role_grant set ended_on = '2020-01-01' where role = 'administrator'`);
    const [first, second] = [await world.person([ADMINISTRATOR]), await world.person([ADMINISTRATOR])];
    const close = async (by: typeof first, whom: typeof first) =>
      app.get(DisablePerson).execute(await app.ctx(by), whom.personId, 'перевірка');
    await expect(close(first, first)).rejects.toMatchObject({ code: 'identity.disable-own' });
    const tries = await Promise.allSettled([close(first, second), close(second, first)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((one) => one.status === 'rejected')!.reason as unknown;
    expect(refused).toMatchObject({ code: 'identity.last-administrator' });
  });
});
