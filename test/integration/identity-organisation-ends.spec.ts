import { StartApplication } from '#libs/applications';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { ClaimScene } from '../support/claim-scene.js';
import { MULTIPART, freeCode, register, withExtract } from '../support/organisation-forms.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scene: ClaimScene;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scene = new ClaimScene(app, world);
  administrator = await scene.administrator();
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world?.close();
  await app?.close();
});

describe('an end of the right', () => {
  it('the last one who leaves while a proposal is open must say that this is understood', async () => {
    const head = await scene.somebody();
    const id = await register(head, freeCode());
    const { receive } = await scene.authority();
    await receive(id);
    // The author of that proposal is the second person of the organisation; the head is not the last one yet.
    const [author] = await world.rows<{ id: string }>(
      `select g.id from identity.role_grant g where g.scope_id = $1 and not exists
         (select from identity.claim c where c.grant_id = g.id)`,
      [id],
    );
    const path = `/organisations/${id}`;
    await head.get(`${path}/people/${author!.id}/end`);
    expect((await head.post(`${path}/people/${author!.id}/end`, { reason: 'Звільнилася' })).status).toBe(303);
    expect((await head.get(`${path}/leave`)).text).toMatch('Ви остання людина');
    expect((await head.post(`${path}/leave`, { reason: 'Іду' })).text).toMatch('Підтвердьте, що розумієте наслідки');
    expect((await head.post(`${path}/leave`, { reason: 'Іду', isUnderstood: '1' })).location).toMatch(
      'done=right-left',
    );
    expect((await head.get(path)).status).toBe(403);
  });

  it('an unverified colleague does not remove a person whose right is verified', async () => {
    const code = freeCode();
    const head = await scene.somebody();
    const id = await register(head, code);
    await head.get(`/organisations/${id}/extract`);
    await head.postRaw(
      `/organisations/${id}/extract`,
      MULTIPART,
      withExtract({ extractName: 'ГО', extractHead: 'Ткач' }),
    );
    await scene.decide(administrator, await scene.claimOf(code, 'first'), { decision: 'join', ground: 'extract' });
    const colleague = await scene.accounts.signedIn('usurper@claims.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: id },
    ]);
    const [grant] = await world.rows<{ id: string }>('select grant_id as id from identity.claim where edrpou = $1', [
      code,
    ]);
    const path = `/organisations/${id}/people/${grant!.id}/end`;
    await colleague.get(path);
    expect((await colleague.post(path, { reason: 'Переворот' })).text).toMatch('Право цієї людини перевірено');
    expect((await head.get(`/organisations/${id}`)).status).toBe(200);
  });
});

describe('an organisation that is no more', () => {
  it('takes part in nothing new, and its proposals are marked in the register', async () => {
    const head = await scene.somebody();
    const id = await register(head, freeCode(), 'Колишня');
    const { id: organiserId } = await world.organiser();
    const announced = await world.competition(organiserId);
    const { id: competitionId } = await world.competition(organiserId, { state: 'admission' });
    await world.application(competitionId, id);
    const officer = await scene.accounts.signedIn('register@claims.example', [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    const path = `/organiser/competitions/${competitionId}/proposals`;
    expect((await officer.get(path)).text).toMatch(/Право діяти.*Не перевірено/);
    const page = `/organisations/${id}/liquidation`;
    const stranger = await scene.authority();
    expect((await stranger.officer.get(page)).status).toBe(404);
    expect((await head.get(page)).status).toBe(403);
    expect((await officer.get(page)).text).toMatch(/1 розкрита пропозиція.*Проєкт/);
    const liquidation = { act: 'Запис у реєстрі № 7', liquidatedOn: '01.11.2020', reason: '' };
    expect((await officer.post(page, liquidation)).text).toMatch('Зазначте причину');
    const marked = await officer.post(page, { ...liquidation, reason: 'Перевірка в ЄДР' });
    expect(marked.location).toBe(`${page}?done=organisation-liquidated`);
    expect((await officer.get(page)).text).toMatch(/1 листопада 2020.*Запис у реєстрі № 7/);
    const [fact] = await world.rows<{ body: string }>(
      `select body from facts.fact where scope_id = $1 and name = 'identity.organisation-liquidated'`,
      [id],
    );
    expect(JSON.parse(fact!.body)).toMatchObject({ particulars: { reason: 'Перевірка в ЄДР' } });
    expect((await officer.get(path)).text).toMatch('Організацію припинено');
    const applicant = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: id }]);
    const during = new Date('2020-10-20T09:00:00Z');
    await expect(
      app.get(StartApplication).execute(await app.ctx(applicant, during), announced.id, id),
    ).rejects.toMatchObject({ code: 'applications.not-eligible' });
    expect((await head.get(`/organisations/${id}`)).text).toMatch(/припинено 1 листопада 2020/);
  });
});

describe('two cards of one organisation', () => {
  it('become one: proposals, powers and claims pass on, facts stay, the old address leads to the new one', async () => {
    const [wrong, right] = [freeCode(), freeCode()];
    const [head, other] = [await scene.somebody(), await scene.somebody()];
    const fromId = await register(head, wrong, 'Дублікат');
    const intoId = await register(other, right, 'Справжня');
    const { officer, receive } = await scene.authority();
    await receive(fromId);
    const [proposal] = await world.rows<{ id: string }>(
      'select id from applications.application where organisation_id = $1',
      [fromId],
    );
    const path = `/admin/organisations/${fromId}`;
    expect((await administrator.get(`${path}?into=${right}`)).text).toMatch(/„Справжня“.*1 пропозиція/);
    expect((await officer.get(path)).status).toBe(403);
    const merged = await administrator.post(`${path}/merge`, { edrpou: right, reason: 'Помилка в коді' });
    expect(merged.location).toBe(`/admin/organisations/${intoId}?done=organisations-merged`);
    expect((await administrator.get(path)).location).toBe(`/admin/organisations/${intoId}`);
    expect((await head.get(`/organisations/${fromId}`)).location).toBe(`/organisations/${intoId}`);
    expect((await head.get(`/organisations/${intoId}`)).status).toBe(200);
    const [moved] = await world.rows(
      'select organisation_id as "organisationId", register_code is not null as "isNumbered" from applications.application where id = $1',
      [proposal!.id],
    );
    expect(moved).toEqual({ organisationId: intoId, isNumbered: true });
    const [kept] = await world.rows('select merged_into from identity.organisation where id = $1', [fromId]);
    expect(kept).toEqual({ merged_into: intoId });
    const claims = await world.rows(`select state from identity.claim where organisation_id = $1 order by edrpou`, [
      intoId,
    ]);
    expect(claims).toEqual([{ state: 'claimed' }, { state: 'claimed' }]);
    const facts = await world.rows<{ count: number }>(
      `select count(*)::int as count from facts.fact where scope_id = any($1) and name = 'identity.organisations-merged'`,
      [[fromId, intoId]],
    );
    expect(facts).toEqual([{ count: 2 }]);
  });

  it('let nobody in who was refused, and verify nobody by the way; those who act already are told', async () => {
    const [wrong, right] = [freeCode(), freeCode()];
    const [refused, sitting] = [await scene.somebody(), await scene.somebody()];
    const fromId = await register(refused, wrong, 'Обхід');
    const intoId = await register(sitting, right, 'Справжня');
    const [row] = await world.rows<{ id: string }>(
      'select person_id as id from identity.claim where organisation_id = $1',
      [fromId],
    );
    await world.rows(
      `insert into identity.claim (id, edrpou, organisation_id, person_id, purpose, state, claimed_at, decided_by, decided_at, reason)
       select gen_random_uuid(), $1, $2, $3, 'colleague', 'refused', now(), person_id, now(), 'Не наша людина'
         from identity.claim where organisation_id = $2`,
      [right, intoId, row!.id],
    );
    const colleague = await scene.accounts.signedIn('verified@claims.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId: fromId },
    ]);
    await world.rows(
      `insert into identity.claim (id, edrpou, organisation_id, person_id, purpose, state, claimed_at, decided_by, decided_at, ground, grant_id)
       select gen_random_uuid(), $1, $2, g.person_id, 'colleague', 'verified', now(), $3, now(), 'colleagues', g.id
         from identity.role_grant g join identity.person p on p.id = g.person_id where p.email = 'verified@claims.example'`,
      [wrong, fromId, row!.id],
    );
    const path = `/admin/organisations/${fromId}`;
    expect((await administrator.get(`${path}?into=${right}`)).text).toMatch('цій людині вже відмовили');
    await administrator.post(`${path}/merge`, { edrpou: right, reason: 'Помилка в коді' });
    expect((await refused.get(`/organisations/${intoId}`)).status).toBe(403);
    expect((await colleague.get(`/organisations/${intoId}`)).status).toBe(200);
    const claims = await world.rows(
      `select state, count(*)::int from identity.claim where organisation_id = $1 group by state order by state`,
      [intoId],
    );
    expect(claims).toEqual([
      { state: 'claimed', count: 3 },
      { state: 'refused', count: 1 },
    ]);
    const letters = await world.rows(
      `select count(*)::int as count from notifications.message where template = 'identity.organisations-merged'
         and to_person_id = (select person_id from identity.claim where organisation_id = $1 and edrpou = $2 and state = 'claimed')`,
      [intoId, right],
    );
    expect(letters).toEqual([{ count: 1 }]);
  });
});
