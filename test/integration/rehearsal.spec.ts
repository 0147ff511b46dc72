import { competitionById, CorrectSlip, CreateCompetition, EraseRehearsal } from '#libs/competitions';
import { verifyChains } from '#libs/platform/facts';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes } from '../support/award-scene.js';
import { ANNOUNCED, CompetitionWorld, WHOLE } from '../support/competition-world.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { adoptSlots, unsettledSlots } from '#libs/terms';

let app: TestApp;
let world: World;
let its: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

async function rehearsal(): Promise<string> {
  const input = { organiserId: its.organiser.id, measureId: its.measureId, title: 'Пробний човен' };
  const ctx = await app.ctx(its.officer, ANNOUNCED);
  return app.get(CreateCompetition).execute(ctx, { ...input, announcedOn: '2020-10-05', isRehearsal: true });
}

async function announcedRehearsal(): Promise<string> {
  const id = await rehearsal();
  const { ruleSet } = await competitionById(app.db, id);
  const adopted = adoptSlots(ruleSet!, unsettledSlots(ruleSet!), { number: '45', on: '2020-10-01' });
  await its.save(id, { ...WHOLE, ruleSet: adopted });
  await its.appointCommission(id);
  await its.step(id, 'publish', ANNOUNCED);
  return id;
}

/** Places outside the facts in which one of the ids still stands, as `schema.table.column`. */
async function tracesOf(ids: readonly string[]): Promise<string[]> {
  const columns = await world.rows<{ place: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.data_type = 'uuid' and t.table_type = 'BASE TABLE' and table_schema not in ('facts', 'public')`,
  );
  const found: string[] = [];
  for (const { place, column } of columns)
    if ((await world.rows(`select 1 from ${place} where "${column}" = any($1) limit 1`, [ids])).length > 0)
      found.push(`${place}.${column}`);
  return found;
}

describe('a rehearsal', () => {
  it('carries its mark in the title, whatever is typed, and takes no number from a real competition', async () => {
    const id = await announcedRehearsal();
    const one = await competitionById(app.db, id);
    expect([one.title, one.code]).toEqual(['НАВЧАЛЬНИЙ: Пробний човен', 'rehearsal-1.1-2021']);
    const slip = { what: 'title' as const, becomes: 'Пробний пліт', place: '', was: '', reason: 'Описка' };
    const order = { actNumber: '46', actOn: '2020-10-05', registerCode: null, minutesNumber: null };
    await app.get(CorrectSlip).execute(await app.ctx(its.officer, ANNOUNCED), id, { ...slip, ...order });
    expect((await competitionById(app.db, id)).title).toBe('НАВЧАЛЬНИЙ: Пробний пліт');
    const draft = await rehearsal();
    await its.save(draft, { title: 'Інша назва', titleEn: 'Another' });
    expect(await competitionById(app.db, draft)).toMatchObject({
      title: 'НАВЧАЛЬНИЙ: Інша назва',
      titleEn: 'REHEARSAL: Another',
    });
  });

  it('is read by its address, marked, and is nowhere in what is public', async () => {
    const id = await announcedRehearsal();
    const { code } = await competitionById(app.db, id);
    const visitor = new Visitor(app);
    const page = await visitor.get(`/competitions/${code}`);
    expect([page.status, page.text.includes('НАВЧАЛЬНИЙ конкурс.')]).toEqual([200, true]);
    expect(page.html).toContain('<meta name="robots" content="noindex">');
    const real = (await competitionById(app.db, await its.announced())).code!;
    const shows = async (path: string, what: string) => (await visitor.get(path)).html.includes(`/${what}`);
    for (const path of ['/competitions', '/api/v1/competitions?group=in-work', '/calls.atom', '/sitemap/1'])
      expect([path, await shows(path, real), await shows(path, code!)]).toEqual([path, true, false]);
    for (const path of [
      '/',
      '/plan/2020',
      '/open-data/results',
      `/api/v1/search?q=${encodeURIComponent('Пробний човен')}`,
    ])
      expect([path, await shows(path, code!)]).toEqual([path, false]);
    expect((await visitor.get(`/api/v1/competitions/${code}`)).status).toBe(404);
  });

  it('is erased wholly by its officer, at any stage, and the fact of it stays', async () => {
    const scenes = new AwardScenes(app, world);
    const scene = await scenes.rated([{ points: 18, uah: 40_000 }], { is_rehearsal: true });
    await scenes.adopted(scene);
    await scenes.order(scene);
    await app.drain();
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${scene.code}/results`)).status).toBe(200);
    expect((await visitor.get(`/api/v1/competitions/${scene.code}/results`)).status).toBe(404);
    const sessions = await world.rows<{ id: string }>('select id from sessions.session where scope_id = $1', [
      scene.id,
    ]);
    const ids = [scene.id, ...scene.proposals.map(({ id }) => id), ...sessions.map(({ id }) => id)];
    expect(await tracesOf(ids)).toEqual(
      expect.arrayContaining(['awards.award_order.competition_id', 'documents.document.owner_id']),
    );

    await app.get(EraseRehearsal).execute(await app.ctx(scene.officer), scene.id);
    await app.drain();
    expect(await tracesOf(ids)).toEqual([]);
    const letters = `select 1 from notifications.message where path like '%' || $1 || '%'`;
    expect(await world.rows(letters, [scene.proposals[0]!.id])).toEqual([]);
    expect((await its.factsOf(scene.id)).at(-1)).toBe('competitions.rehearsal-erased');
    expect(await world.rows('select 1 from facts.delivery where done_at is null and not dead')).toEqual([]);
    expect((await verifyChains(app.db)).broken).toEqual([]);
  });

  it('is erased on its page after a look and a tick; nobody else sees that door', async () => {
    const id = await announcedRehearsal();
    const officer = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${id}/erasure`;
    expect((await officer.get(`/organiser/competitions/${id}`)).html).toContain(`href="${path}"`);
    await officer.get(path);
    const unsure = await officer.post(path, {});
    expect([unsure.status, unsure.html.includes('href="#sure"')]).toEqual([422, true]);
    expect((await (await its.signedIn(its.stranger)).get(path)).status).not.toBe(200);
    const done = await officer.post(path, { sure: 'yes' });
    expect([done.status, done.location]).toEqual([303, '/organiser/competitions?done=erased']);
    expect((await officer.get(done.location)).text).toContain('Навчальний конкурс стерто.');
    expect((await officer.get(`/organiser/competitions/${id}`)).status).toBe(404);
  });

  it('a real competition is never erased, nor turned into a rehearsal', async () => {
    const id = await its.announced();
    const erase = app.get(EraseRehearsal).execute(await app.ctx(its.officer), id);
    await expect(erase).rejects.toMatchObject({ kind: 'forbidden', code: 'competitions.never-erased' });
    const turn = world.rows('update competitions.competition set is_rehearsal = true where id = $1', [id]);
    await expect(turn).rejects.toThrow('frozen');
    await expect(world.rows('delete from competitions.form_version where competition_id = $1', [id])).rejects.toThrow(
      'frozen',
    );
  });
});
