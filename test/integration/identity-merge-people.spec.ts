import { verifyChains } from '#libs/platform/facts';
import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { queueLetters } from '../support/letters.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const ADMINISTRATOR = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;
const REASON = 'Зареєструвалася вдруге, підтвердила телефоном';

let app: TestApp;
let world: World;
let accounts: Accounts;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  administrator = await accounts.signedIn('admin@merge.example', [ADMINISTRATOR]);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world?.close();
  await app?.close();
});

async function merges(fromId: string, email: string, reason = REASON) {
  const path = `/admin/people/${fromId}/merge`;
  await administrator.get(path);
  return administrator.post(path, { email, reason });
}

describe('two accounts of one person', () => {
  it('become one: powers, drafts and the cabinet pass; the old address says why it opens nothing', async () => {
    const { id: organiserId } = await world.organiser();
    const { id: organisationId } = await world.organisation();
    const { id: competitionId } = await world.competition(organiserId);
    const old = await accounts.open('old@merge.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: organisationId },
    ]);
    const stays = await accounts.open('stays@merge.example');
    const session = await accounts.signedInAgain('old@merge.example');
    const draft = await world.application(competitionId, organisationId, { state: 'draft', created_by: old.personId });
    await world.rows('update notifications.message set to_person_id = $1', [old.personId]);
    await queueLetters(app, world, 2);
    await world.rows('update notifications.message set to_person_id = $1', [old.personId]);

    const path = `/admin/people/${old.personId}/merge`;
    expect((await administrator.get(`${path}?into=nobody@merge.example`)).text).toMatch('Іншого чинного');
    const preview = await administrator.get(`${path}?into=STAYS@merge.example`);
    expect(preview.text).toMatch(/stays@merge\.example.*Представник організації.*1 пропозицією.*2 повідомлення/);
    expect((await merges(old.personId, 'stays@merge.example', ' ')).text).toMatch('Зазначте причину');
    const merged = await merges(old.personId, 'stays@merge.example');
    expect(merged.location).toBe(`/admin/people/${stays.personId}?done=people-merged`);

    expect((await session.get('/account')).status).toBe(303);
    const refused = await signIn(new Visitor(app), 'old@merge.example');
    expect([refused.status, refused.text.includes('об’єднано з іншим Вашим записом')]).toEqual([422, true]);
    const wrong = await signIn(new Visitor(app), 'old@merge.example', 'чужий пароль тут');
    expect(wrong.text).toMatch('Електронна пошта або пароль неправильні');
    const visitor = await accounts.signedInAgain('stays@merge.example');
    expect((await visitor.get('/applications')).text).toMatch('Проєкт');
    expect((await visitor.get(`/applications/${draft}`)).status).toBe(200);
    const [moved] = await world.rows<{ count: string }>(
      `select count(*) from notifications.message where to_person_id = $1 and template = 'sessions.planned'`,
      [stays.personId],
    );
    expect(moved!.count).toBe('2');
    const letters = await world.rows(
      `select to_address, template from notifications.message where template like 'identity.account-%' order by id`,
    );
    expect(letters).toEqual([
      { to_address: 'old@merge.example', template: 'identity.account-merged' },
      { to_address: 'stays@merge.example', template: 'identity.account-received' },
    ]);
    expect((await administrator.get(`/admin/people/${old.personId}`)).text).toMatch('Відкрити чинний обліковий запис');
    expect((await administrator.post(`/admin/people/${old.personId}/enabling`, {})).status).toBe(404);
  });

  it('keep the last day of a power that an act gave for a time', async () => {
    const { id: organiserId } = await world.organiser();
    const old = await accounts.open('auditor-1@merge.example');
    await world.grant(
      old.personId,
      { role: 'auditor', scopeKind: 'organiser', scopeId: organiserId },
      { until_on: '2099-12-31', act_number: '7', act_on: '2020-01-01', position: 'аудитор' },
    );
    const stays = await accounts.open('auditor-2@merge.example');
    expect((await merges(old.personId, 'auditor-2@merge.example')).status).toBe(303);
    const rows = await world.rows(
      'select role, until_on::text as until from identity.role_grant where person_id = $1 and ended_on is null',
      [stays.personId],
    );
    expect(rows).toEqual([{ role: 'auditor', until: '2099-12-31' }]);
  });

  it('stay two while one sits in a commission, is closed, or is the administrator’s own', async () => {
    const { id: competitionId } = await world.competition((await world.organiser()).id);
    const member = await accounts.open('member@merge.example', [
      { role: 'commission-member', scopeKind: 'competition', scopeId: competitionId },
    ]);
    await accounts.open('other@merge.example');
    expect((await merges(member.personId, 'other@merge.example')).text).toMatch('Спершу змініть склад комісії наказом');
    const [closed] = await world.rows<{ id: string }>(
      `update identity.person set disabled_at = now() where email = 'other@merge.example' returning id`,
    );
    const third = await accounts.open('third@merge.example');
    expect((await merges(third.personId, 'other@merge.example')).text).toMatch('Спершу відкрийте його');
    expect((await merges(closed!.id, 'admin@merge.example')).status).toBe(403);
    expect((await merges(third.personId, 'third@merge.example')).text).toMatch('Іншого чинного облікового запису');
  });
});
