import { AskForDistribution, CancelDistribution, evaluationPaths, ReplaceInDistribution } from '#libs/evaluation';
import { failure, IN_ADMISSION, IN_SCORING, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

interface Kept {
  id: string;
  state: string;
  version: number;
  is_repair: boolean;
  input_sha256: string;
  output_sha256: string;
}

const kept = ({ id }: Scored) =>
  scoring.world.rows<Kept>('select * from evaluation.distribution where competition_id = $1 order by id', [id]);
const pairs = ({ id }: Scored) =>
  scoring.world.rows<{ application_id: string; person_id: string }>(
    'select application_id, person_id from evaluation.assignment where competition_id = $1 and ended_at is null',
    [id],
  );
const loads = (competition: Scored) =>
  Promise.all(competition.people.map(async (one) => (await scoring.queue(one, competition)).length));

/** Six proposals, four experts without a conflict, two for each proposal; the scoring has started. */
async function started(proposals = 6, experts = 4): Promise<Scored> {
  const competition = await scoring.competition(proposals, { experts, k: 2 });
  for (const person of competition.people) await scoring.declare(person, competition);
  await scoring.start(competition);
  return competition;
}

async function page(person: Person, competition: Scored) {
  return (await scoring.browse(person)).get(evaluationPaths.distribution(competition.id));
}

describe('the distribution among experts', () => {
  it('is computed when the scoring starts, and fills queues only after the chair approves it', async () => {
    const competition = await started();
    expect(await loads(competition)).toEqual([0, 0, 0, 0]);
    expect(await scoring.lettersTo(competition.chair, 'evaluation.distribution-ready')).toBe(1);
    const { status, text } = await page(competition.chair, competition);
    expect(status).toBe(200);
    expect(text).toContain('Перевірено щойно за збереженими даними: кращого розподілу за цими правилами не існує.');
    expect(text).toContain('Разом у цієї особи 3 із 4 можливих. Конфлікту інтересів немає – заявлено 10.11.2020.');
    await scoring.approve(competition);
    expect(await loads(competition)).toEqual([3, 3, 3, 3]);
    expect((await page(competition.chair, competition)).text).toContain('Розподіл затверджено');
  });

  it('is the same whenever the same is computed', async () => {
    const competition = await started(9, 5);
    const ctx = await scoring.app.ctx(competition.chair, IN_SCORING);
    await scoring.app.get(AskForDistribution).execute(ctx, competition.id);
    await scoring.app.drain();
    const [first, second] = await kept(competition);
    expect([first!.state, second!.state]).toEqual(['cancelled', 'ready']);
    expect([second!.input_sha256, second!.output_sha256]).toEqual([first!.input_sha256, first!.output_sha256]);
  });

  it('may be looked at before the scoring, and then is not approved', async () => {
    const competition = await scoring.competition(3, { experts: 3, k: 2 });
    for (const person of competition.people) await scoring.declare(person, competition);
    const ctx = await scoring.app.ctx(competition.officer, IN_ADMISSION);
    await scoring.app.get(AskForDistribution).execute(ctx, competition.id);
    await scoring.app.drain();
    expect(await failure(scoring.approve(competition))).toBe('evaluation.approve-in-scoring');
    expect((await page(competition.officer, competition)).text).toContain('Затвердити розподіл можна, коли почнеться');
  });

  it('is not approved when a conflict declared since forbids a pair (rule 32)', async () => {
    const competition = await started();
    const [expert] = competition.people as [Person];
    const [pair] = await scoring.world.rows<{ application_id: string }>(
      `select application_id from evaluation.distribution_pair p join evaluation.distribution d on d.id = p.distribution_id
        where d.competition_id = $1 and p.person_id = $2 limit 1`,
      [competition.id, expert.personId],
    );
    await scoring.declare(expert, competition, { [pair!.application_id]: 'real' }, IN_SCORING);
    expect(await failure(scoring.approve(competition))).toBe('evaluation.distribution-outdated');
    expect((await page(competition.chair, competition)).text).toContain('1 пара стала неможливою');
  });

  it('says the bottleneck in words when there are too few experts, and is computed again when one more declares', async () => {
    const competition = await scoring.competition(2, { experts: 3, k: 2 });
    const [first] = competition.applications as [string];
    const [one, two, late] = competition.people as [Person, Person, Person];
    await scoring.declare(one, competition);
    await scoring.declare(two, competition);
    await scoring.start(competition);
    await scoring.declare(one, competition, { [first]: 'real' }, IN_SCORING);
    const ctx = await scoring.app.ctx(competition.chair, IN_SCORING);
    await scoring.app.get(AskForDistribution).execute(ctx, competition.id);
    await scoring.app.drain();
    expect((await page(competition.chair, competition)).text).toContain(
      'Розподілити неможливо: пропозицій – 1, вільних для них експертів – 1, не вистачає місць – 1.',
    );
    await scoring.declare(late, competition, {}, IN_SCORING);
    await scoring.app.drain();
    await scoring.approve(competition);
    expect(await pairs(competition)).toHaveLength(4);
  });

  it('is dropped by a cancellation: what the job finds afterwards is not kept', async () => {
    const competition = await scoring.competition(3, { experts: 3, k: 2 });
    for (const person of competition.people) await scoring.declare(person, competition);
    const ctx = await scoring.app.ctx(competition.chair, IN_ADMISSION);
    await scoring.app.get(AskForDistribution).execute(ctx, competition.id);
    await scoring.app.get(CancelDistribution).execute(ctx, competition.id);
    await scoring.app.drain();
    expect((await kept(competition)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await page(competition.chair, competition)).text).toContain('Обчислення зупинено');
    const again = scoring.app.get(CancelDistribution).execute(ctx, competition.id);
    expect(await failure(again)).toBe('evaluation.nothing-to-cancel');
  });

  it('is not found where every member scores, and by staff of another authority', async () => {
    const plain = await scoring.competition(1);
    const other = await scoring.competition(1, { experts: 2, k: 1 });
    expect((await page(plain.officer, plain)).status).toBe(404);
    expect((await page(plain.officer, other)).status).toBe(404);
    expect((await page(other.people[0]!, other)).status).toBe(403);
  });
});

describe('a repair', () => {
  it('fills the place that a conflict made free, and keeps every other pair and every sheet begun', async () => {
    const competition = await started();
    await scoring.approve(competition);
    const [expert, other] = competition.people as [Person, Person];
    const [begun] = await scoring.queue(other, competition);
    await scoring.write(other, begun!.assignmentId, [3, 3, 3, 3], { isReady: false });
    const before = await pairs(competition);
    const taken = before.find(({ person_id }) => person_id === expert.personId)!;
    await scoring.declare(expert, competition, { [taken.application_id]: 'potential' }, IN_SCORING);
    await scoring.app.drain();
    const after = await pairs(competition);
    expect(after).toEqual(expect.arrayContaining(before.filter((pair) => pair !== taken)));
    expect(after).toHaveLength(before.length);
    expect((await kept(competition)).map(({ state, is_repair }) => [state, is_repair])).toEqual([
      ['approved', false],
      ['approved', true],
    ]);
    for (const person of competition.people) {
      const queue = await scoring.queue(person, competition);
      for (const { assignmentId } of queue)
        await scoring.write(person, assignmentId, [4, 4, 4, 4], {
          version: assignmentId === begun!.assignmentId ? 1 : 0,
        });
      await scoring.sign(person, competition);
    }
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
  });
});

describe('a change by hand', () => {
  it('keeps the constraints of the solver and leaves the proof of what was computed', async () => {
    const competition = await started(4, 5);
    const [row] = await kept(competition);
    const [pair] = await scoring.world.rows<{ application_id: string; person_id: string }>(
      'select * from evaluation.distribution_pair where distribution_id = $1 order by application_id, person_id limit 1',
      [row!.id],
    );
    const has = await scoring.world.rows<{ person_id: string }>(
      'select person_id from evaluation.distribution_pair where distribution_id = $1 and application_id = $2',
      [row!.id, pair!.application_id],
    );
    const free = competition.people.filter((one) => !has.some(({ person_id }) => person_id === one.personId));
    const replace = async (to: Person, version = row!.version) =>
      failure(
        scoring.app
          .get(ReplaceInDistribution)
          .execute(await scoring.app.ctx(competition.chair, IN_SCORING), competition.id, {
            ...{ version, applicationId: pair!.application_id, fromPersonId: pair!.person_id },
            ...{ toPersonId: to.personId, reason: 'Знає громаду' },
          }),
      );
    await scoring.declare(free[1]!, competition, { [pair!.application_id]: 'real' }, IN_SCORING);
    const second = competition.people.find(
      (one) => one.personId !== pair!.person_id && has.some(({ person_id }) => person_id === one.personId),
    )!;
    expect(await replace(free[1]!)).toBe('evaluation.replace-conflict');
    expect(await replace(second)).toBe('evaluation.has-it-already');
    expect(await replace(competition.chair)).toBe('evaluation.not-an-expert');
    expect(await replace(free[0]!)).toBe('done');
    expect(await replace(free[0]!)).toBe('evaluation.distribution-changed');
    const { text } = await page(competition.chair, competition);
    expect(text).toContain('Замінено вручну: Знає громаду');
    expect(text).toContain('кращого розподілу за цими правилами не існує');
    await scoring.approve(competition);
    const given = (await pairs(competition)).filter(({ application_id }) => application_id === pair!.application_id);
    expect(given.map(({ person_id }) => person_id).sort()).toEqual([free[0]!.personId, second.personId].sort());
  });
});

describe('the proof', () => {
  it('is checked when the page is read: a pair swapped in the database is seen', async () => {
    const competition = await started(4, 5);
    const [row] = await kept(competition);
    await scoring.world.rows(
      `update evaluation.distribution_pair p set person_id = e.person_id
         from (select person_id from evaluation.distribution_expert where distribution_id = $1) e
        where p.ctid = (select ctid from evaluation.distribution_pair where distribution_id = $1 limit 1)
          and not exists (select from evaluation.distribution_pair x
                           where x.distribution_id = $1 and x.application_id = p.application_id and x.person_id = e.person_id)`,
      [row!.id],
    );
    expect((await page(competition.chair, competition)).text).toContain('не підтверджують, що цей розподіл найкращий');
  });
});

describe('a sheet under a conflict', () => {
  it('cannot exist: the database refuses it, and a place in a queue too (rule 32)', async () => {
    const competition = await scoring.competition(1);
    const [chair] = competition.people as [Person];
    const [application] = competition.applications as [string];
    await scoring.declare(chair, competition, { [application]: 'real' });
    const insert = scoring.world.insert('evaluation.assignment', {
      ...{ id: competition.id, competition_id: competition.id, application_id: application },
      ...{ person_id: chair.personId, position: 1, assigned_at: IN_SCORING },
    });
    await expect(insert).rejects.toMatchObject({ constraint: 'ck_no_scoring_under_conflict' });
  });
});
