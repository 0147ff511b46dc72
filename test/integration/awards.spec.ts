import { PlanSession } from '#libs/sessions';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, UAH, type AwardScene } from '../support/award-scene.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let scenes: AwardScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  scenes = new AwardScenes(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const lines = (of: AwardScene) =>
  world.rows<{ code: string; outcome: string; uah: number; reason: string | null }>(
    `select a.register_code as code, l.outcome, (l.amount_kop / 100)::int as uah, l.reason
       from awards.allocation_line l join applications.application a on a.id = l.application_id
      where l.competition_id = $1 order by l.place nulls last, a.register_code`,
    [of.id],
  );

describe('from the rating to signed minutes', () => {
  it('spends the pot to the last kopeck, in the order of the rating', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 32, uah: 40_000 },
      { points: 30, uah: 10_000 },
      { points: 20, uah: 5_000 },
    ]);
    await scenes.adopted(of);
    const [a, b, c, d] = of.proposals.map(({ code }) => code);
    expect(await lines(of)).toEqual([
      { code: a, outcome: 'funded', uah: 60_000, reason: null },
      { code: b, outcome: 'funded', uah: 40_000, reason: null },
      { code: c, outcome: 'next', uah: 0, reason: null },
      { code: d, outcome: 'not-funded', uah: 0, reason: 'below-passing' },
    ]);
    expect(await world.rows('select pot_kop, awarded_kop from awards.pot where competition_id = $1', [of.id])).toEqual([
      { pot_kop: '10000000', awarded_kop: '10000000' },
    ]);
  });

  it('puts nothing into effect before the second signature', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.voted(of, await scenes.planned(of));
    expect(await lines(of)).toEqual([]);
  });

  it('leaves the money of an unsupported proposal undistributed', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 32, uah: 40_000 },
      { points: 30, uah: 30_000 },
    ]);
    await scenes.adopted(of, (subjectId) => (subjectId === of.proposals[0]!.id ? 'against' : 'for'));
    expect((await lines(of)).map(({ outcome, uah, reason }) => [outcome, uah, reason])).toEqual([
      ['not-funded', 0, 'not-supported'],
      ['funded', 40_000, null],
      ['next', 0, null],
    ]);
    const page = await (await scenes.signedIn(of.officer)).get(`/organiser/competitions/${of.id}/allocation`);
    expect(page.text).toContain('Вивільнені 60 000,00 грн нікому не передаються');
  });

  it('takes what had no quorum to another session, and then nothing more', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 32, uah: 40_000 },
    ]);
    const [first, second] = of.proposals;
    await scenes.adopted(of, (subjectId) => (subjectId === second!.id ? 'recused' : 'for'));
    expect((await lines(of)).map(({ code }) => code)).toEqual([first!.code]);
    await expect(scenes.order(of)).rejects.toMatchObject({ code: 'awards.lines-missing' });
    await scenes.adopted(of);
    expect((await lines(of)).map(({ uah }) => uah)).toEqual([60_000, 40_000]);
    await expect(scenes.planned(of)).rejects.toMatchObject({ code: 'awards.all-decided' });
  });

  it('calls one award session at a time, also when two officers press at once', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const results = await Promise.allSettled([scenes.planned(of), scenes.planned(of), scenes.planned(of)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refusals).toEqual(['awards.session-unfinished', 'awards.session-unfinished']);
  });

  it('lets two signatures at once never exceed the pot: one whole session holds, the other rolls back', async () => {
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 32, uah: 60_000 },
    ]);
    // Past the door that allows one session at a time: the database has the last word.
    const sessions = await Promise.all(of.proposals.map(({ id }) => bareSession(of, id, 60_000)));
    for (const sessionId of sessions) await scenes.voted(of, sessionId);
    const results = await Promise.allSettled(sessions.map((sessionId) => scenes.sign(of, sessionId)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = results.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(refusal.reason.fields).toEqual([{ field: '', code: 'awards.pot-exceeded' }]);
    expect(await lines(of)).toHaveLength(1);
    expect(
      await world.rows(
        `select count(*)::int as signed from sessions.session where scope_id = $1 and state = 'signed'`,
        [of.id],
      ),
    ).toEqual([{ signed: 1 }]);
  });

  it('never decides twice on one proposal', async () => {
    const of = await scenes.rated([{ points: 36, uah: 30_000 }]);
    const sessions = [];
    for (const { id } of [of.proposals[0]!, of.proposals[0]!]) sessions.push(await bareSession(of, id, 30_000));
    for (const sessionId of sessions) await scenes.voted(of, sessionId);
    const results = await Promise.allSettled(sessions.map((sessionId) => scenes.sign(of, sessionId)));
    const refusal = results.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(refusal.reason.fields).toEqual([{ field: '', code: 'awards.already-decided' }]);
    expect((await lines(of)).map(({ uah }) => uah)).toEqual([30_000]);
  });

  async function bareSession(of: AwardScene, subjectId: string, uah: number): Promise<string> {
    const half = { rule: 'more-than', numerator: 1, denominator: 2 } as const;
    return app.uow.run(await app.ctx(of.officer), (tx) =>
      app.get(PlanSession).within(tx, {
        scopeId: of.id,
        organiserId: of.organiserId,
        coOrganiserId: null,
        kind: 'award',
        bodyName: 'Комісія',
        subject: 'Розподіл',
        procedure: { quorum: { ...half, of: 'all' }, majority: { ...half, of: 'present' }, chairBreaksTie: true },
        plannedAt: new Date(Date.now() + 3_600_000),
        place: 'кімната 305',
        items: [
          {
            kind: 'award',
            subjectId,
            title: 'Пропозиція',
            proposal: 'Надати',
            payload: { outcome: 'funded', amountKop: uah * UAH, place: 1 },
          },
        ],
      }),
    );
  }
});

describe('who is called to act', () => {
  it('the officer until the session is called, the director when everything is decided', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const [officer, director] = [await scenes.signedIn(of.officer), await scenes.signedIn(of.director)];
    const words = { allocate: 'Винести розподіл коштів', order: 'Підписати наказ про результати' };
    const desks = async () => [
      (await officer.get('/desk')).text.includes(words.allocate),
      (await director.get('/desk')).text.includes(words.order),
    ];
    expect(await desks()).toEqual([true, false]);
    const sessionId = await scenes.planned(of);
    expect(await desks()).toEqual([false, false]);
    await scenes.voted(of, sessionId);
    await scenes.sign(of, sessionId);
    expect(await desks()).toEqual([false, true]);
    await scenes.order(of);
    expect(await desks()).toEqual([false, false]);
  });

  it('rule 54: results that are not public in their term after the minutes stand on the desk of the officer, too', async () => {
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    await scenes.adopted(of);
    const officer = await scenes.signedIn(of.officer);
    const isTold = async () => (await officer.get('/desk')).text.includes('Результати не оприлюднено в строк');
    expect(await isTold()).toBe(false);
    await world.rows(
      `update awards.allocation_line set adopted_at = adopted_at - interval '20 days' where competition_id = $1`,
      [of.id],
    );
    expect(await isTold()).toBe(true);
    await scenes.order(of);
    expect(await isTold()).toBe(false);
  });
});
