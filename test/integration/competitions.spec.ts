import { competitionById, competitionSettings } from '#libs/competitions';
import { Sweeper } from '#libs/platform/jobs';
import { changeSlot, isUntouched } from '#libs/terms';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CLOSES, CompetitionWorld } from '../support/competition-world.js';
import { World } from '../support/world.js';

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

describe('creating', () => {
  it('rule 2: takes the preset of the announcement day and its values', async () => {
    const settings = await competitionSettings(app.db, await its.draft());
    expect(settings).toMatchObject({
      state: 'draft',
      ruleSetKey: '1049-2020',
      budgetYear: 2021,
      ownShareHundredths: 1500,
      applicationsPerOrganisationMax: 1,
      admittedLegalForms: ['public-association', 'separate-unit', 'creative-union'],
      scoringMode: 'every-member',
      passingHundredths: 1000,
      tieOrder: [
        'criterion:aim',
        'criterion:results',
        'criterion:efficiency',
        'criterion:capacity',
        'submitted-earlier',
      ],
      contactName: 'Олена Кравець',
    });
    expect(settings.criteria.map(({ key, maxPoints }) => [key, maxPoints])).toEqual([
      ['aim', 5],
      ['results', 5],
      ['efficiency', 5],
      ['capacity', 5],
    ]);
    expect(settings.form.sections.length).toBe(7);
  });

  it('is for the officer of that authority', async () => {
    await expect(its.draft(its.stranger)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'competitions.officer-only',
    });
    await expect(its.draft(its.director)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'competitions.officer-only',
    });
  });
});

describe('settings', () => {
  it('may be left half-done and are kept as they are', async () => {
    const id = await its.draft();
    await its.save(id, { potKop: 100, capKop: null });
    expect(await competitionById(app.db, id)).toMatchObject({ potKop: 100, capKop: null, version: 2 });
  });

  it('refuse a stale form', async () => {
    const id = await its.draft();
    await its.save(id, { potKop: 100 });
    await expect(its.save(id, { potKop: 200 }, its.officer, 1)).rejects.toMatchObject({ code: 'competitions.stale' });
    expect((await competitionById(app.db, id)).potKop).toBe(100);
  });

  it('let only one of two saves of the same version through', async () => {
    const id = await its.draft();
    const results = await Promise.allSettled([
      its.save(id, { potKop: 1 }, its.officer, 1),
      its.save(id, { potKop: 2 }, its.officer, 1),
      its.save(id, { potKop: 3 }, its.officer, 1),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await competitionById(app.db, id)).version).toBe(2);
  });

  it('put the cap above the pot back at its field', async () => {
    const id = await its.draft();
    await expect(its.save(id, { potKop: 100, capKop: 101 })).rejects.toMatchObject({
      fields: [{ field: 'capKop', code: 'competitions.cap-over-pot' }],
    });
  });

  it('rule 1: are refused after the announcement, also in the database', async () => {
    const id = await its.announced();
    await expect(its.save(id, { potKop: 1 })).rejects.toMatchObject({ kind: 'forbidden', code: 'competitions.frozen' });
    await expect(world.rows(`update competitions.competition set rule_set = '{}' where id = $1`, [id])).rejects.toThrow(
      'frozen',
    );
    await expect(world.rows(`update competitions.competition set state = 'draft' where id = $1`, [id])).rejects.toThrow(
      'frozen',
    );
  });
});

describe('the criteria', () => {
  const setOf = async (id: string) =>
    (await competitionSettings(app.db, id)).criteria.map(({ key, maxPoints }) => [key, maxPoints]);

  it('rule 41: begin as four usual ones, and the officer may change them until the announcement', async () => {
    const id = await its.draft();
    const usual = ['aim', 'results', 'efficiency', 'capacity'];
    expect(await setOf(id)).toEqual(usual.map((key) => [key, 5]));
    const own = { key: 'aim', title: 'Мета', question: '', maxPoints: 10, guidance: [] };
    await its.save(id, { criteria: [own] });
    expect(await setOf(id)).toEqual([['aim', 10]]);
  });

  it('rule 41: are frozen by the announcement, also in the database', async () => {
    const id = await its.announced();
    const before = await setOf(id);
    expect(before).not.toEqual([]);
    const own = { key: 'aim', title: 'Мета', question: '', maxPoints: 10, guidance: [] };
    await expect(its.save(id, { criteria: [own] })).rejects.toMatchObject({ code: 'competitions.frozen' });
    for (const sql of ['update competitions.criterion set max_points = 10', 'delete from competitions.criterion'])
      await expect(world.rows(`${sql} where competition_id = $1`, [id])).rejects.toThrow('frozen');
    expect(await setOf(id)).toEqual(before);
  });
});

describe('the announcement', () => {
  it('rule 18: is refused while something is missing', async () => {
    const id = await its.draft();
    await expect(its.step(id, 'publish', ANNOUNCED)).rejects.toMatchObject({ code: 'competitions.settings-missing' });
    expect(await its.factsOf(id)).toEqual(['competitions.created']);
  });

  it('rule 3: is refused while a value is neither confirmed by its act nor adopted by an order, also in the database', async () => {
    const id = await its.complete();
    const { ruleSet } = await competitionById(app.db, id);
    await its.save(id, { ruleSet: changeSlot(ruleSet!, 'termYears', 3, 'Практика') });
    await expect(its.step(id, 'publish', ANNOUNCED)).rejects.toMatchObject({ code: 'competitions.settings-missing' });
    const sql = `update competitions.competition
                    set state = 'announced', code = 'x', published_at = created_at where id = $1`;
    await expect(world.rows(sql, [id])).rejects.toThrow('neither confirmed nor adopted');
  });

  it('rule 1: freezes the rules with a hash, gives a code, records the fact in the chain', async () => {
    const id = await its.announced();
    const one = await competitionById(app.db, id);
    expect(one).toMatchObject({ state: 'announced', announcedOn: '2020-10-05', publishedAt: ANNOUNCED });
    expect(isUntouched({ ruleSet: one.ruleSet!, sha256: one.ruleSetSha256! })).toBe(true);
    expect(one.ruleSet!.slots.receptionMinDays.value).toBe(30);
    expect(await its.factsOf(id)).toEqual([
      'competitions.created',
      'competitions.settings-saved',
      'competitions.announced',
    ]);
  });

  it('gives every competition a code of its own, also to two authorities at once', async () => {
    const ids = [
      await its.complete(),
      await its.complete(its.stranger, its.neighbour.id),
      await its.complete(),
      await its.complete(its.stranger, its.neighbour.id),
    ];
    const actors = [its.officer, its.stranger, its.officer, its.stranger];
    await Promise.all(ids.map((id, index) => its.step(id, 'publish', ANNOUNCED, actors[index])));
    const codes = await Promise.all(ids.map(async (id) => (await competitionById(app.db, id)).code));
    expect(new Set(codes).size).toBe(4);
    expect(codes.every((code) => /^1\.1-2021(-\d+)?$/.test(code!))).toBe(true);
  });

  it('is made once when two press the button together', async () => {
    const id = await its.complete();
    const results = await Promise.allSettled([its.step(id, 'publish', ANNOUNCED), its.step(id, 'publish', ANNOUNCED)]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await its.factsOf(id)).filter((name) => name === 'competitions.announced').length).toBe(1);
  });
});

describe('the door', () => {
  it('rule 16: proposals are opened only after the closing second', async () => {
    const id = await its.announced();
    const refusal = { code: 'competitions.reception-open' };
    await expect(its.step(id, 'open-proposals', CLOSES)).rejects.toMatchObject(refusal);
    await expect(its.step(id, 'open-proposals', new Date(CLOSES.getTime() + 999))).rejects.toMatchObject(refusal);
    await its.step(id, 'open-proposals', new Date(CLOSES.getTime() + 1_000));
    expect((await competitionById(app.db, id)).state).toBe('admission');
  });

  it('is said to be closed once, however often the sweep passes', async () => {
    const id = await its.announced();
    await app.get(Sweeper).pass();
    await app.get(Sweeper).pass();
    const kinds = await its.factsOf(id);
    expect(kinds.filter((kind) => kind === 'competitions.reception-closed')).toEqual(['competitions.reception-closed']);
  });
});
