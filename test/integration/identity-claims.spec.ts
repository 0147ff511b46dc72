import { RegisterOrganisation } from '#libs/identity';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { ClaimScene } from '../support/claim-scene.js';
import { letterTo } from '../support/mailbox.js';
import { EXTRACT, MULTIPART, cardForm, claim, freeCode, register, withExtract } from '../support/organisation-forms.js';
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

describe('the first claimant of a code', () => {
  it('acts at once; the page says the right is not verified, an officer sees the extract and verifies it', async () => {
    const code = freeCode();
    const head = await scene.somebody();
    const id = await register(head, code);
    const { officer, receive } = await scene.authority();
    await receive(id);
    expect((await head.get(`/organisations/${id}`)).text).toMatch('Право діяти не перевірено');
    const claimId = await scene.claimOf(code, 'first');
    expect((await scene.decide(officer, claimId, { decision: 'join', ground: 'extract' })).text).toMatch(
      'Витягу не додано',
    );
    await head.get(`/organisations/${id}/extract`);
    const sent = await head.postRaw(
      `/organisations/${id}/extract`,
      MULTIPART,
      withExtract({ extractName: 'ГО "Три лопати"', extractHead: 'Ткач Ірина' }),
    );
    expect(sent.location).toBe(`/organisations/${id}?done=extract-added`);
    const shown = (await officer.get(`/claims/${claimId}`)).text;
    expect(shown).toMatch('Керівник у картці Гнатенко Олег Вадимович, за витягом Ткач Ірина');
    expect((await officer.get(`/claims/${claimId}/extract`)).html).toBe(EXTRACT.toString());
    const done = await scene.decide(officer, claimId, { decision: 'join', ground: 'extract', takesHead: '1' });
    expect(done.location).toBe(`/claims/${claimId}?done=claim-decided`);
    expect((await head.get(`/organisations/${id}`)).text).toMatch('Керівник Ткач Ірина');
    expect((await head.get(`/organisations/${id}`)).text).not.toMatch('Право діяти не перевірено');
    const [right] = await world.rows(
      'select is_verified, ground from identity.v_organisation_right where organisation_id = $1',
      [id],
    );
    expect(right).toEqual({ is_verified: true, ground: 'extract' });
  });

  it('loses the right when it is refused, and reads why in a letter', async () => {
    const code = freeCode();
    const head = await scene.accounts.signedIn('refused@claims.example');
    const id = await register(head, code);
    const done = await scene.decide(administrator, await scene.claimOf(code, 'first'), {
      decision: 'refuse',
      reason: 'Організації немає в реєстрі',
    });
    expect(done.status).toBe(303);
    expect((await head.get(`/organisations/${id}`)).status).toBe(403);
    await app.drain();
    expect((await letterTo('refused@claims.example', 'відхилено')).text).toMatch('Організації немає в реєстрі');
  });

  it('is one: of two who bring in the same code at once one gets a field error and no card', async () => {
    const code = freeCode();
    const registering = app.get(RegisterOrganisation);
    const card = { ...cardForm(code), registeredOn: '2018-03-14' } as never;
    const tries = await Promise.allSettled(
      [await world.person(), await world.person()].map(async (actor) =>
        registering.execute(await app.ctx(actor), card),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const failed = tries.find((one) => one.status === 'rejected')!;
    expect(failed.reason).toMatchObject({ fields: [{ field: 'edrpou', code: 'identity.edrpou-taken' }] });
    const rows = await world.rows('select 1 from identity.claim where edrpou = $1', [code]);
    expect(rows).toHaveLength(1);
  });
});

describe('a second claimant', () => {
  it('gets the same pages to the byte for a known and an unknown code', async () => {
    const code = freeCode();
    const stranger = await scene.somebody();
    const wrong = async () => masked((await claim(stranger, code, { words: '' })).html);
    const sent = async () => {
      const { location } = await claim(stranger, code);
      return [location, masked((await stranger.get(location)).html)];
    };
    const unknown = [await wrong(), ...(await sent())];
    await world.rows('delete from identity.claim where edrpou = $1', [code]);
    await register(await scene.somebody(), code, 'Таємна назва');
    const known = [await wrong(), ...(await sent())];
    expect(known).toEqual(unknown);
    expect(unknown[1]).toBe('/claims/mine?done=claim-sent');
    const all = await Promise.all(
      ['/claims/mine', '/claims/new', '/desk', '/account'].map((path) => stranger.get(path)),
    );
    for (const { html } of all) expect(html).not.toMatch(/Таємна назва|Гнатенко/);
  });

  it('opens neither the card nor the claim page, and /organisations/new tells no more', async () => {
    const code = freeCode();
    const id = await register(await scene.somebody(), code, 'Таємна назва');
    const stranger = await scene.somebody();
    await claim(stranger, code);
    const claimId = await scene.claimOf(code);
    const pages = [
      `/organisations/${id}`,
      `/claims/${claimId}`,
      `/claims/${claimId}/answer`,
      `/claims/${claimId}/extract`,
    ];
    for (const page of pages) expect([page, (await stranger.get(page)).status]).toEqual([page, 403]);
    await stranger.get('/organisations/new');
    const answer = await stranger.post('/organisations/new', cardForm(code));
    expect([answer.status, answer.text.includes('потрібна перевірка посадової особи')]).toEqual([422, true]);
    expect(answer.html).not.toMatch('Таємна назва');
  });

  it('is joined on the word of a colleague only when the right of that colleague is verified', async () => {
    const code = freeCode();
    const head = await scene.accounts.signedIn('asked@claims.example');
    const id = await register(head, code);
    const colleague = await scene.somebody();
    expect((await claim(colleague, code, { purpose: 'colleague' }, null)).status).toBe(303);
    await app.drain();
    await letterTo('asked@claims.example', 'просить права діяти');
    const claimId = await scene.claimOf(code, 'colleague');
    await head.get(`/claims/${claimId}/answer`);
    expect((await head.post(`/claims/${claimId}/answer`, { answer: 'object' })).text).toMatch(
      'Поясніть, чому заперечуєте',
    );
    expect((await head.post(`/claims/${claimId}/answer`, { answer: 'join' })).status).toBe(303);
    const join = { decision: 'join', ground: 'colleagues' };
    expect((await scene.decide(administrator, claimId, join)).text).toMatch('Жодна людина, чиє право перевірено');
    await head.get(`/organisations/${id}/extract`);
    await head.postRaw(
      `/organisations/${id}/extract`,
      MULTIPART,
      withExtract({ extractName: 'ГО', extractHead: 'Ткач' }),
    );
    await scene.decide(administrator, await scene.claimOf(code, 'first'), { decision: 'join', ground: 'extract' });
    expect((await scene.decide(administrator, claimId, join)).status).toBe(303);
    expect((await colleague.get(`/organisations/${id}`)).status).toBe(200);
    expect(await scene.stateOf(claimId)).toMatchObject({ state: 'verified', ground: 'colleagues' });
  });

  it('replaces the account whose mailbox is lost; that one acts no more and is told', async () => {
    const code = freeCode();
    const old = await scene.accounts.signedIn('lost@claims.example');
    const id = await register(old, code);
    const fresh = await scene.somebody();
    await claim(fresh, code, { purpose: 'lost-mailbox' });
    const claimId = await scene.claimOf(code, 'lost-mailbox');
    const replace = { decision: 'replace', ground: 'extract', reason: 'Пошту втрачено' };
    expect((await scene.decide(administrator, claimId, replace)).text).toMatch('Оберіть, чиє право припинити');
    const [grant] = await world.rows<{ id: string }>(
      `select id from identity.role_grant where scope_id = $1 and ended_on is null`,
      [id],
    );
    expect((await scene.decide(administrator, claimId, { ...replace, ends: grant!.id })).status).toBe(303);
    expect([(await old.get(`/organisations/${id}`)).status, (await fresh.get(`/organisations/${id}`)).status]).toEqual([
      403, 200,
    ]);
    await app.drain();
    expect((await letterTo('lost@claims.example', 'припинено')).text).toMatch('Пошту втрачено');
  });

  it('may have three claims open, six a day, and one per code', async () => {
    const person = await scene.somebody();
    const code = freeCode();
    expect((await claim(person, code)).status).toBe(303);
    expect((await claim(person, code)).text).toMatch('вже чекає на рішення');
    await claim(person, freeCode());
    await claim(person, freeCode());
    expect((await claim(person, freeCode())).text).toMatch('Не більше ніж 3 заяви');
    await person.get('/claims/mine');
    expect((await person.post(`/claims/${await scene.claimOf(code)}/withdrawal`, {})).status).toBe(303);
    expect((await claim(person, freeCode())).status).toBe(303);
  });
});

describe('who decides', () => {
  it('an officer sees claims only of organisations whose proposals the own authority has opened', async () => {
    const code = freeCode();
    const id = await register(await scene.somebody(), code, 'Відкрита назва');
    const [own, sealed, other] = [await scene.authority(), await scene.authority('announced'), await scene.authority()];
    await own.receive(id);
    await sealed.receive(id);
    const claimId = await scene.claimOf(code, 'first');
    for (const [who, status] of [
      [own, 200],
      [sealed, 404],
      [other, 404],
    ] as const) {
      expect((await who.officer.get(`/claims/${claimId}`)).status).toBe(status);
      expect((await who.officer.get('/claims')).html.includes('Відкрита назва')).toBe(status === 200);
    }
    await sealed.officer.get('/claims');
    const forced = await sealed.officer.post(`/claims/${claimId}`, { decision: 'refuse', reason: 'Ні' });
    expect(forced.status).toBe(404);
  });

  it('nobody decides on the own organisation, and of two decisions at once one stands', async () => {
    const code = freeCode();
    const id = await register(await scene.somebody(), code);
    const actor = await scene.accounts.signedIn('insider@claims.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
      { role: 'applicant', scopeKind: 'organisation', scopeId: id },
    ]);
    await claim(await scene.somebody(), code);
    const claimId = await scene.claimOf(code);
    expect((await scene.decide(actor, claimId, { decision: 'refuse', reason: 'Ні' })).status).toBe(403);
    await administrator.get(`/claims/${claimId}`);
    const answers = await Promise.all([
      administrator.post(`/claims/${claimId}`, { decision: 'refuse', reason: 'Перша причина' }),
      administrator.post(`/claims/${claimId}`, { decision: 'join', ground: 'extract' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });
});

/** Without what is different on every page: the token of the form and the id of the own claim. */
const masked = (html: string): string =>
  html.replace(/(_csrf(?:=|" value="))[\w.-]+/g, '$1').replace(/\/claims\/[0-9a-f-]{36}\//g, '/claims/own/');
