import { newId } from '#libs/platform/database';
import { verifyChains } from '#libs/platform/facts';
import { Accounts, signIn } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { queueLetters } from '../support/letters.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const ADMINISTRATOR = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;
const WORDS = { reason: 'Зареєструвалася вдруге', identifiedBy: 'Показала паспорт' };

let app: TestApp;
let world: World;
let accounts: Accounts;
let administrator: Visitor;
let officer: Visitor;
let organiserId: string;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
  administrator = await accounts.signedIn('admin@merge.example', [ADMINISTRATOR]);
  organiserId = (await world.organiser()).id;
  officer = await accounts.signedIn('officer@merge.example', [
    { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
  ]);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world?.close();
  await app?.close();
});

const asked = (email: string) => ({ email, ...WORDS, organiserId });

async function asks(fromId: string, email: string, changed: Record<string, string> = {}) {
  const path = `/admin/people/${fromId}/merge`;
  await administrator.get(path);
  return administrator.post(path, { ...asked(email), ...changed });
}

const openMerge = async (fromId: string): Promise<string> => {
  const [row] = await world.rows<{ id: string }>(
    'select id from identity.people_merge where person_id = $1 and confirmed_at is null',
    [fromId],
  );
  return `/people-merges/${row!.id}`;
};

/** The administrator asks, the officer of the authority confirms. */
async function merges(fromId: string, email: string) {
  const answer = await asks(fromId, email);
  if (answer.status !== 303) return answer;
  await officer.get('/people-merges');
  return officer.post(`${await openMerge(fromId)}/confirmation`, {});
}

describe('two accounts of one person', () => {
  it('become one: powers, drafts and the cabinet pass; the old address says why it opens nothing', async () => {
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
    expect((await asks(old.personId, 'stays@merge.example', { reason: ' ' })).text).toMatch('Зазначте причину');
    const merged = await merges(old.personId, 'stays@merge.example');
    expect(merged.location).toBe('/people-merges?done=people-merged');

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
      `select to_address, template from notifications.message where template like 'identity.account-%' order by id limit 4`,
    );
    expect(letters).toEqual([
      { to_address: 'old@merge.example', template: 'identity.account-merge-asked' },
      { to_address: 'stays@merge.example', template: 'identity.account-merge-asked' },
      { to_address: 'old@merge.example', template: 'identity.account-merged' },
      { to_address: 'stays@merge.example', template: 'identity.account-received' },
    ]);
    expect((await administrator.get(`/admin/people/${old.personId}`)).text).toMatch('Відкрити чинний обліковий запис');
    expect((await administrator.post(`/admin/people/${old.personId}/enabling`, {})).status).toBe(404);
  });

  it('hand over what other parts keep for a person: limits of proposals, profile and links of an expert, subscriptions', async () => {
    const { id: organisationId } = await world.organisation();
    const { id: competitionId } = await world.competition(organiserId);
    const power = { role: 'applicant', scopeKind: 'organisation', scopeId: organisationId } as const;
    const old = await accounts.open('limited@merge.example', [power]);
    const stays = await accounts.open('unlimited@merge.example');
    const rights = JSON.stringify({ [old.personId]: 'view' });
    const draft = await world.application(competitionId, organisationId, { state: 'draft', rights });
    const at = new Date('2020-11-01T10:00:00Z');
    await world.insert('evaluation.expert_profile', {
      ...{ person_id: old.personId, fields: ['youth'], load_limit: 12, agreed_at: at, updated_at: at },
    });
    for (const personId of [old.personId, stays.personId])
      await world.insert('evaluation.declared_link', {
        person_id: personId,
        kind: 'close-person',
        line: 'Гнатенко О.',
      });
    await world.insert('evaluation.declared_link', { person_id: old.personId, kind: 'organisation', line: 'ГО «Сад»' });
    for (const [personId, topic] of [
      [old.personId, null],
      [stays.personId, null],
      [old.personId, competitionId],
    ])
      await world.insert('announcements.subscription', {
        ...{ id: newId(), person_id: personId, language: 'uk', competition_id: topic, asked_at: at, confirmed_at: at },
      });

    expect((await merges(old.personId, 'unlimited@merge.example')).status).toBe(303);

    const visitor = await accounts.signedInAgain('unlimited@merge.example');
    expect((await visitor.get(`/applications/${draft}`)).status).toBe(200);
    // Who may only view is led to the reading.
    expect((await visitor.get(`/applications/${draft}/about`)).status).toBe(303);
    const kept = (table: string, columns: string) =>
      world.rows(`select ${columns} from ${table} where person_id = any($1) order by 1, 2`, [
        [old.personId, stays.personId],
      ]);
    expect(await kept('evaluation.expert_profile', 'person_id, load_limit')).toEqual([
      { person_id: stays.personId, load_limit: 12 },
    ]);
    expect(await kept('evaluation.declared_link', 'kind, person_id')).toEqual([
      { kind: 'close-person', person_id: stays.personId },
      { kind: 'organisation', person_id: stays.personId },
    ]);
    expect(await kept('announcements.subscription', 'competition_id, person_id')).toEqual([
      { competition_id: competitionId, person_id: stays.personId },
      { competition_id: null, person_id: stays.personId },
    ]);
  });

  it('keep the last day of a power that an act gave for a time', async () => {
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
    expect((await asks(member.personId, 'other@merge.example')).text).toMatch('Спершу змініть склад комісії наказом');
    const seen = await administrator.get(`/admin/people/${member.personId}/merge?into=other@merge.example`);
    expect(seen.text).toMatch('Спершу змініть склад комісії наказом');
    expect(seen.text).not.toMatch('Попросити про об’єднання');
    const card = await administrator.get(`/admin/people/${member.personId}`);
    expect(card.text).toMatch(/Член комісії: \S/);
    const [closed] = await world.rows<{ id: string }>(
      `update identity.person set disabled_at = now() where email = 'other@merge.example' returning id`,
    );
    const third = await accounts.open('third@merge.example');
    expect((await merges(third.personId, 'other@merge.example')).text).toMatch('Спершу відкрийте його');
    expect((await merges(closed!.id, 'admin@merge.example')).status).toBe(403);
    expect((await merges(third.personId, 'third@merge.example')).text).toMatch('Іншого чинного облікового запису');
  });

  it('pass a director’s signature to nobody by one administrator: another person confirms, other names are shouted', async () => {
    const director = await accounts.open('director@merge.example', [
      { role: 'director', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const { personId } = await world.person([], { email: 'accomplice@merge.example', family_name: 'Інакший' });
    const seen = await administrator.get(`/admin/people/${director.personId}/merge?into=accomplice@merge.example`);
    expect(seen.text).toMatch('Увага: імена різні');
    expect((await asks(director.personId, 'accomplice@merge.example', { identifiedBy: '' })).text).toMatch(
      'Напишіть, як Ви впевнилися',
    );
    const { id: elsewhere } = await world.organiser();
    for (const nobody of ['', elsewhere])
      expect((await asks(director.personId, 'accomplice@merge.example', { organiserId: nobody })).text).toMatch(
        'Оберіть, хто підтвердить',
      );
    expect((await asks(director.personId, 'accomplice@merge.example')).location).toBe(
      '/people-merges?done=people-merge-asked',
    );
    expect((await asks(director.personId, 'accomplice@merge.example')).text).toMatch('вже є, він чекає');
    const held = await world.rows('select 1 from identity.role_grant where person_id = $1', [personId]);
    expect(held).toEqual([]);
    const here = await openMerge(director.personId);
    expect((await administrator.post(`${here}/confirmation`, {})).status).toBe(403);
    const own = await accounts.signedInAgain('director@merge.example');
    expect((await own.post(`${here}/confirmation`, {})).status).toBe(403);
    expect((await officer.get('/desk')).text).toMatch('Підтвердити об’єднання облікових записів');
    expect((await officer.get('/people-merges')).text).toMatch(/director@merge\.example.*Увага: імена різні.*паспорт/);
    expect((await officer.post(`${here}/refusal`, {})).location).toBe('/people-merges?done=people-merge-refused');
    expect((await own.get('/account')).text).toMatch('director@merge.example');
    const letters = await world.rows<{ to_address: string }>(
      `select to_address from notifications.message where template = 'identity.account-merge-asked' order by id desc limit 2`,
    );
    expect(letters.map(({ to_address }) => to_address)).toEqual(['accomplice@merge.example', 'director@merge.example']);
  });
});
