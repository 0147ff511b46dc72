import { ResetSecondFactor } from '#libs/identity';
import { Config } from '#libs/platform/config';
import { holds } from '#libs/platform/access';
import { Visitors } from '#libs/platform/http';
import { Accounts, PASSWORD, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { switchOn } from '../support/authenticator.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const WRONG_CODE = 'Код неправильний або ним уже скористалися';
const CODE_PAGE = '/sign-in/code?next=%2Fdesk';
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

/** A browser after the password, before the code. */
async function afterPassword(email: string): Promise<Visitor> {
  const visitor = new Visitor(app);
  const answer = await signIn(visitor, email);
  expect([answer.status, answer.location]).toEqual([303, CODE_PAGE]);
  await visitor.get(CODE_PAGE);
  return visitor;
}

const giveCode = (visitor: Visitor, code: string) => visitor.post('/sign-in/code', { code, next: '/account' });

async function lettersTo(email: string): Promise<string[]> {
  const rows = await world.rows<{ template: string }>(
    'select template from notifications.message where to_address = $1 order by id',
    [email],
  );
  return rows.map((row) => row.template);
}

describe('the second factor', () => {
  it('is switched on with the password and a code, shows ten recovery codes once, and ends other sessions', async () => {
    const office = await accounts.signedIn('on@factor.example');
    const phoneBrowser = new Visitor(app);
    await signIn(phoneBrowser, 'on@factor.example');
    await office.get('/account/second-factor');
    expect((await office.post('/account/second-factor/begin', { password: 'інший пароль' })).status).toBe(422);
    expect((await office.get('/account/second-factor')).text).toMatch('Вимкнено');
    const { recoveryCodes } = await switchOn(office);
    expect(new Set(recoveryCodes).size).toBe(10);
    const page = await office.get('/account/second-factor');
    expect(page.text).toMatch('Залишилося 10 невикористаних запасних кодів');
    expect(page.html).not.toMatch(recoveryCodes[0]!);
    expect((await phoneBrowser.get('/account')).status).toBe(303);
    expect(await lettersTo('on@factor.example')).toEqual(['identity.second-factor-on']);
  });

  it('keeps neither the secret nor a recovery code in the clear', async () => {
    const visitor = await accounts.signedIn('sealed@factor.example');
    const { recoveryCodes } = await switchOn(visitor);
    const [row] = await world.rows<{ text: string }>(
      `select encode(f.sealed_secret, 'escape') || string_agg(encode(c.code_hash, 'escape'), ' ') as text
         from identity.second_factor f join identity.recovery_code c using (person_id)
         join identity.person p on p.id = f.person_id where p.email = 'sealed@factor.example' group by f.sealed_secret`,
    );
    expect(recoveryCodes.filter((code) => row!.text.includes(code.replaceAll('-', '')))).toEqual([]);
  });

  it('opens nothing between the password and the code', async () => {
    const { phone } = await switchOn(await accounts.signedIn('half@factor.example'));
    const visitor = await afterPassword('half@factor.example');
    const half = visitor.session;
    expect((await visitor.get('/account')).location).toBe('/sign-in?next=%2Faccount');
    expect((await giveCode(visitor, '000000')).text).toMatch(WRONG_CODE);
    const answer = await giveCode(visitor, await phone.code());
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect(visitor.session).not.toBe(half);
    expect((await visitor.get('/account')).text).toMatch('half@factor.example');
    expect((await new Visitor(app).withSession(half!).get('/account')).status).toBe(303);
  });

  it('takes no code twice, also not from two browsers at the same moment', async () => {
    const { phone, recoveryCodes } = await switchOn(await accounts.signedIn('replay@factor.example'));
    for (const code of [await phone.code(), recoveryCodes[0]!.toUpperCase()]) {
      const browsers = [await afterPassword('replay@factor.example'), await afterPassword('replay@factor.example')];
      const answers = await Promise.all(browsers.map((browser) => giveCode(browser, code)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
      const again = await giveCode(await afterPassword('replay@factor.example'), code);
      expect([again.status, again.text.includes(WRONG_CODE)]).toEqual([422, true]);
    }
  });

  it('stops guessing after six tries, however many browsers guess', async () => {
    const { phone } = await switchOn(await accounts.signedIn('guessed@factor.example'));
    const browser = await afterPassword('guessed@factor.example');
    const answers = await Promise.all(Array.from({ length: 9 }, () => giveCode(browser, '000000')));
    const stopped = answers.filter((answer) => answer.text.includes('Спробуйте знову за 15 хвилин'));
    expect([answers.filter((answer) => answer.text.includes(WRONG_CODE)).length, stopped.length]).toEqual([6, 3]);
    expect((await giveCode(browser, await phone.code())).status).toBe(422);
  });

  it('waits for the code ten minutes and no longer', async () => {
    const { phone } = await switchOn(await accounts.signedIn('slow@factor.example'));
    const visitor = await afterPassword('slow@factor.example');
    await world.rows(`update identity.session set expires_at = expires_at - interval '10 minutes' where awaits_code`);
    const answer = await giveCode(visitor, await phone.code());
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?next=%2Faccount']);
  });

  it('is asked for also after a new password by a link from the mailbox', async () => {
    await switchOn(await accounts.signedIn('mailbox@factor.example'));
    const thief = new Visitor(app);
    await thief.get('/password-reset');
    await thief.post('/password-reset', { email: 'mailbox@factor.example' });
    const [letter] = await world.rows<{ body: string }>(
      `select body from notifications.message where to_address = 'mailbox@factor.example' order by id desc limit 1`,
    );
    const path = new URL(/https?:\S+/.exec(letter!.body)![0]).pathname;
    await thief.get(path);
    const answer = await thief.post(path, { password: `${PASSWORD} новий` });
    expect([answer.status, answer.location]).toEqual([303, CODE_PAGE]);
    expect((await thief.get('/account')).status).toBe(303);
  });

  it('is switched off with a code, not without', async () => {
    const visitor = await accounts.signedIn('off@factor.example');
    const { phone } = await switchOn(visitor);
    await visitor.get('/account/second-factor');
    expect((await visitor.post('/account/second-factor/off', { code: '000000' })).text).toMatch(WRONG_CODE);
    expect((await visitor.post('/account/second-factor/off', { code: await phone.code() })).status).toBe(303);
    expect((await signIn(new Visitor(app), 'off@factor.example')).location).toBe('/desk');
  });

  it('gives new recovery codes instead of the old ones', async () => {
    const visitor = await accounts.signedIn('renew@factor.example');
    const { phone, recoveryCodes } = await switchOn(visitor);
    await visitor.get('/account/second-factor');
    const answer = await visitor.post('/account/second-factor/recovery-codes', { code: await phone.code() });
    const [fresh] = /[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/.exec(answer.text)!;
    expect((await giveCode(await afterPassword('renew@factor.example'), recoveryCodes[1]!)).status).toBe(422);
    expect((await giveCode(await afterPassword('renew@factor.example'), fresh)).status).toBe(303);
  });
});

describe('in production', () => {
  it('powers of staff and commission sleep until the second factor is on; those of an applicant do not', async () => {
    const { id: organiserId } = await world.organiser();
    const { id: organisationId } = await world.organisation();
    const visitor = await accounts.signedIn('production@factor.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: organiserId },
      { role: 'applicant', scopeKind: 'organisation', scopeId: organisationId },
    ]);
    const portal = app.get(Visitors);
    const Portal = portal.constructor as new (db: TestApp['db'], config: Config) => Visitors;
    const production = new Portal(app.db, { ...app.get(Config), production: true });
    const powers = async (from: Visitors) => {
      const { actor } = await from.identify(visitor.session!);
      return [holds(actor, ['director'], organiserId), holds(actor, ['applicant'], organisationId)];
    };
    expect([await powers(portal), await powers(production)]).toEqual([
      [true, true],
      [false, true],
    ]);
    await switchOn(visitor);
    expect(await powers(production)).toEqual([true, true]);
  });
});

describe('a lost telephone', () => {
  const reasonOf = (email: string, organiserId: string) => ({ reason: `загублено телефон, ${email}`, organiserId });

  async function loses(email: string, organiserId: string): Promise<string> {
    const visitor = await accounts.signedIn(email, [{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);
    await switchOn(visitor);
    const [row] = await world.rows<{ id: string }>('select id from identity.person where email = $1', [email]);
    return row!.id;
  }

  it('takes two people: an administrator asks, the director of the authority confirms; both are recorded', async () => {
    const { id: organiserId } = await world.organiser();
    const personId = await loses('loser@factor.example', organiserId);
    const admin = await accounts.signedIn('admin@factor.example', [ADMINISTRATOR]);
    const director = await accounts.signedIn('director@factor.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const stranger = await accounts.signedIn('stranger@factor.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: (await world.organiser()).id },
    ]);
    const path = `/admin/people/${personId}/second-factor-reset`;
    await admin.get(path);
    expect((await admin.post(path, reasonOf('loser', organiserId))).location).toBe(
      '/second-factor-resets?done=reset-asked',
    );
    expect((await admin.post(path, reasonOf('loser', organiserId))).text).toMatch(
      'Запит на скидання для цієї людини вже є',
    );
    const [reset] = await world.rows<{ id: string }>(
      'select id from identity.second_factor_reset where person_id = $1',
      [personId],
    );
    const confirmation = `/second-factor-resets/${reset!.id}/confirmation`;
    expect((await admin.post(confirmation, {})).status).toBe(403);
    expect((await stranger.get('/second-factor-resets')).text).toMatch('Запитів немає');
    expect((await stranger.post(confirmation, {})).status).toBe(404);
    expect((await director.get('/desk')).text).toMatch('Підтвердити скидання другого фактора');
    await director.get('/second-factor-resets');
    const answers = await Promise.all([director.post(confirmation, {}), director.post(confirmation, {})]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    expect((await signIn(new Visitor(app), 'loser@factor.example')).location).toBe('/desk');
    const facts = await world.rows('select name, seq from facts.fact where scope_id = $1 order by seq', [personId]);
    expect(facts).toEqual([
      { name: 'identity.second-factor-reset-asked', seq: '1' },
      { name: 'identity.second-factor-reset', seq: '2' },
    ]);
    expect(await lettersTo('loser@factor.example')).toEqual([
      'identity.second-factor-on',
      'identity.second-factor-reset-asked',
      'identity.second-factor-reset',
    ]);
  });

  it('of a commission member is confirmed by the officer of the organiser; who asked may withdraw', async () => {
    await world.rows(`update identity.role_grant set ended_on = '2020-01-01' where role = 'administrator'`);
    const { id: organiserId } = await world.organiser();
    const { id: competitionId } = await world.competition(organiserId);
    await switchOn(
      await accounts.signedIn('member@factor.example', [
        { role: 'commission-member', scopeKind: 'competition', scopeId: competitionId },
      ]),
    );
    const [row] = await world.rows<{ id: string }>(
      `select id from identity.person where email = 'member@factor.example'`,
    );
    const admin = await accounts.signedIn('one-admin@factor.example', [ADMINISTRATOR]);
    const officer = await accounts.signedIn('organiser@factor.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const { id: elsewhereId } = await world.organiser();
    await accounts.signedIn('elsewhere@factor.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: elsewhereId },
    ]);
    const path = `/admin/people/${row!.id}/second-factor-reset`;
    await admin.get(path);
    for (const wrong of ['', elsewhereId])
      expect((await admin.post(path, reasonOf('member', wrong))).text).toMatch('Оберіть, хто підтвердить');
    const open = async () => {
      expect((await admin.post(path, reasonOf('member', organiserId))).status).toBe(303);
      const [reset] = await world.rows<{ id: string }>(
        'select id from identity.second_factor_reset where person_id = $1',
        [row!.id],
      );
      return `/second-factor-resets/${reset!.id}`;
    };
    const withdrawn = await admin.post(`${await open()}/refusal`, {});
    expect(withdrawn.location).toBe('/second-factor-resets?done=reset-refused');
    const here = await open();
    expect((await officer.get('/desk')).text).toMatch('Підтвердити скидання другого фактора');
    await officer.get('/second-factor-resets');
    expect((await officer.post(`${here}/confirmation`, {})).status).toBe(303);
    expect((await signIn(new Visitor(app), 'member@factor.example')).location).toBe('/desk');
  });

  it('with nobody to confirm is mended on the server, with a trace', async () => {
    await world.rows(`update identity.role_grant set ended_on = '2020-01-01' where role = 'administrator'`);
    const { id: organiserId } = await world.organiser();
    const personId = await loses('alone@factor.example', organiserId);
    const admin = await accounts.signedIn('only-admin@factor.example', [ADMINISTRATOR]);
    const page = await admin.get(`/admin/people/${personId}/second-factor-reset`);
    expect(page.text).toMatch('reset-second-factor alone@factor.example');
    await app.get(ResetSecondFactor).fromServer(await app.ctx(), 'alone@factor.example', 'загублено телефон');
    expect((await signIn(new Visitor(app), 'alone@factor.example')).location).toBe('/desk');
    const [fact] = await world.rows<{ body: string }>('select body from facts.fact where scope_id = $1', [personId]);
    expect(JSON.parse(fact!.body)).toMatchObject({ particulars: { from: 'server', reason: 'загублено телефон' } });
  });
});
