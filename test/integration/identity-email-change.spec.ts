import { DecideEmailChange } from '#libs/identity';
import { verifyChains } from '#libs/platform/facts';
import { Accounts, PASSWORD, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { switchOn } from '../support/authenticator.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const ADMINISTRATOR = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;
const WORDS = { reason: 'Скринька не працює', identifiedBy: 'Показала паспорт' };

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world?.close();
  await app?.close();
});

async function templatesTo(email: string): Promise<string[]> {
  const rows = await world.rows<{ template: string }>(
    'select template from notifications.message where to_address = $1 order by id',
    [email],
  );
  return rows.map(({ template }) => template);
}

async function linkTo(email: string): Promise<string> {
  const [letter] = await world.rows<{ body: string }>(
    'select body from notifications.message where to_address = $1 order by id desc limit 1',
    [email],
  );
  return new URL(/https?:\S+/.exec(letter!.body)![0]).pathname;
}

const openChange = async (personId: string): Promise<string> =>
  (
    await world.rows<{ id: string }>(
      'select id from identity.email_change where person_id = $1 and confirmed_at is null',
      [personId],
    )
  )[0]!.id;

describe('a person who reads the old mailbox still', () => {
  async function asks(visitor: Visitor, email: string, password = PASSWORD) {
    await visitor.get('/account/email');
    return visitor.post('/account/email', { email, password });
  }

  it('moves by the password and a link to the new one; the old one is told; sessions end, the password stays', async () => {
    const visitor = await accounts.signedIn('old@move.example');
    expect((await asks(visitor, 'new@move.example', 'чужий пароль')).text).toMatch('Теперішній пароль неправильний');
    expect((await asks(visitor, 'OLD@move.example')).text).toMatch('Це Ваша теперішня адреса');
    expect((await asks(visitor, 'new@move.example')).location).toBe('/account?done=email-asked');
    expect((await signIn(new Visitor(app), 'new@move.example')).status).toBe(422);
    const path = await linkTo('new@move.example');
    const elsewhere = new Visitor(app);
    expect((await elsewhere.get(path)).text).toMatch('new@move.example');
    expect((await elsewhere.post(path, {})).location).toBe('/sign-in?done=email-changed');
    expect((await elsewhere.get('/sign-in?done=email-changed')).text).toMatch('Пошту змінено');
    expect((await visitor.get('/account')).status).toBe(303);
    expect((await elsewhere.get(path)).status).toBe(410);
    expect((await signIn(new Visitor(app), 'old@move.example')).status).toBe(422);
    expect((await signIn(new Visitor(app), 'new@move.example')).location).toBe('/desk');
    expect(await templatesTo('old@move.example')).toEqual(['identity.email-change-own', 'identity.email-was-replaced']);
    expect(await templatesTo('new@move.example')).toEqual(['identity.email-to-confirm', 'identity.email-is-new']);
  });

  it('learns nothing about an address that somebody has: the page is the same, the letter says it', async () => {
    const visitor = await accounts.signedIn('curious@move.example');
    await accounts.open('taken@move.example');
    expect((await asks(visitor, 'taken@move.example')).location).toBe('/account?done=email-asked');
    expect(await templatesTo('taken@move.example')).toEqual(['identity.email-of-known']);
  });

  it('stops a stranger by a new password: the link works no more', async () => {
    const visitor = await accounts.signedIn('alarmed@move.example');
    await asks(visitor, 'stranger@move.example');
    const path = await linkTo('stranger@move.example');
    await visitor.get('/account/password');
    await visitor.post('/account/password', { password: PASSWORD, newPassword: `${PASSWORD} новий` });
    const stranger = new Visitor(app);
    expect((await stranger.get(path)).status).toBe(410);
    expect((await signIn(new Visitor(app), 'alarmed@move.example', `${PASSWORD} новий`)).location).toBe('/desk');
  });
});

describe('a lost mailbox', () => {
  async function loses(email: string, organiserId: string | null, isFactorOn = false) {
    const grants = organiserId ? [{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId } as const] : [];
    const visitor = await accounts.signedIn(email, grants);
    const factor = isFactorOn ? await switchOn(visitor) : null;
    const [row] = await world.rows<{ id: string }>('select id from identity.person where email = $1', [email]);
    return { id: row!.id, visitor, factor };
  }

  it('in a team of three takes two people; letters to both mailboxes, sessions end, the second factor stays', async () => {
    const { id: organiserId } = await world.organiser();
    const lost = await loses('officer@lost.example', organiserId, true);
    const director = await accounts.signedIn('director@lost.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const admin = await accounts.signedIn('admin@lost.example', [ADMINISTRATOR]);
    const stranger = await accounts.signedIn('stranger@lost.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: (await world.organiser()).id },
    ]);
    const path = `/admin/people/${lost.id}/email`;
    expect((await admin.get(path)).text).not.toMatch('Інший адміністратор');
    const asked = { ...WORDS, email: 'found@lost.example', organiserId };
    const nobody = await admin.post(path, { ...asked, organiserId: '' });
    expect(nobody.text).toMatch('Оберіть, хто підтвердить');
    expect((await admin.post(path, { ...asked, email: 'director@lost.example' })).text).toMatch(
      'Цю адресу має інший обліковий запис',
    );
    expect((await admin.post(path, asked)).location).toBe('/email-changes?done=email-change-asked');
    expect((await admin.post(path, asked)).text).toMatch('вже є, він чекає підтвердження');
    const confirmation = `/email-changes/${await openChange(lost.id)}/confirmation`;
    expect((await admin.post(confirmation, {})).status).toBe(403);
    expect((await lost.visitor.post(confirmation, {})).status).toBe(403);
    expect((await stranger.get('/email-changes')).text).toMatch('Запитів немає');
    expect((await stranger.post(confirmation, {})).status).toBe(404);
    expect((await director.get('/desk')).text).toMatch('Підтвердити зміну пошти');
    expect((await director.get('/email-changes')).text).toMatch(/officer@lost\.example.*found@lost\.example.*паспорт/);
    const answers = await Promise.all([director.post(confirmation, {}), director.post(confirmation, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(answers.find(({ status }) => status === 422)!.text).toMatch('Уже підтверджено');
    expect((await lost.visitor.get('/account')).status).toBe(303);
    expect((await signIn(new Visitor(app), 'officer@lost.example')).status).toBe(422);
    expect((await signIn(new Visitor(app), 'found@lost.example')).location).toBe('/sign-in/code?next=%2Fdesk');
    expect((await templatesTo('officer@lost.example')).slice(-2)).toEqual([
      'identity.email-change-asked',
      'identity.email-was-replaced',
    ]);
    expect(await templatesTo('found@lost.example')).toEqual(['identity.email-is-new']);
  });

  it('of an applicant is confirmed by an officer of the authority that was chosen; refused, it stays as it was', async () => {
    const { id: organiserId } = await world.organiser();
    const lost = await loses('applicant@lost.example', null);
    const admin = await accounts.signedIn('second-admin@lost.example', [ADMINISTRATOR]);
    const officer = await accounts.signedIn('knows@lost.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const path = `/admin/people/${lost.id}/email`;
    await admin.get(path);
    await admin.post(path, { ...WORDS, email: 'wrong@lost.example', organiserId });
    await officer.get('/email-changes');
    const refused = await officer.post(`/email-changes/${await openChange(lost.id)}/refusal`, {});
    expect(refused.location).toBe('/email-changes?done=email-change-refused');
    expect((await lost.visitor.get('/account')).text).toMatch('applicant@lost.example');
    await admin.post(path, { ...WORDS, email: 'applicant-2@lost.example', organiserId });
    await officer.post(`/email-changes/${await openChange(lost.id)}/confirmation`, {});
    expect((await signIn(new Visitor(app), 'applicant-2@lost.example')).location).toBe('/desk');
    const facts = await world.rows('select name from facts.fact where scope_id = $1 order by seq', [lost.id]);
    expect(facts).toEqual(
      ['asked', 'refused', 'asked']
        .map((what) => ({ name: `identity.email-change-${what}` }))
        .concat([{ name: 'identity.email-changed' }]),
    );
  });

  it('of an administrator is confirmed by nobody but another administrator; of the only one on the server', async () => {
    await world.rows(`update identity.role_grant set ended_on = '2020-01-01' where role = 'administrator'`);
    const { id: organiserId } = await world.organiser();
    await accounts.signedIn('some-director@lost.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const owner = await accounts.open('owner@lost.example', [ADMINISTRATOR]);
    const admin = await accounts.signedIn('asks@lost.example', [ADMINISTRATOR]);
    const path = `/admin/people/${owner.personId}/email`;
    expect((await admin.get(path)).text).toMatch('change-email owner@lost.example');
    const forced = await admin.post(path, { ...WORDS, email: 'taken-over@lost.example', organiserId });
    expect(forced.text).toMatch('Оберіть, хто підтвердить');
    const ctx = await app.ctx();
    await app.get(DecideEmailChange).fromServer(ctx, 'owner@lost.example', 'owner-2@lost.example', 'втрачено скриньку');
    expect((await signIn(new Visitor(app), 'owner-2@lost.example')).location).toBe('/desk');
  });
});
