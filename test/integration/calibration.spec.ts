import { ClarifyCriterion, evaluationPaths, GiveCalibration, LeadCalibration } from '#libs/evaluation';
import { failure, IN_ADMISSION, KEYS, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';
import { Visitor } from '../support/visitor.js';

let scoring: ScoringWorld;
beforeAll(async () => void (scoring = await ScoringWorld.open()));
afterAll(() => scoring.close());

const LATER = new Date('2020-11-14T10:00:00Z');
const SAMPLES = [{ title: 'Клуб для підлітків', body: 'Вигадана пропозиція про клуб.' }];
const as = (person: Person, at = IN_ADMISSION) => scoring.app.ctx(person, at);
/** For pages, which look at the clock of today. */
const LASTING = {
  values: { scoring_from: new Date('2099-01-16T07:00:00Z'), scoring_until: new Date('2099-01-30T07:00:00Z') },
};
const LAST_DAY = '2099-01-12';
const lead = () => scoring.app.get(LeadCalibration);
const open = async (person: Person, { id }: Scored, untilOn = '2020-11-13', samples = SAMPLES) =>
  lead().open(await as(person), id, { untilOn, samples });

const sampleOf = async ({ id }: Scored): Promise<string> => {
  const rows = await scoring.world.rows<{ id: string }>(
    'select id from evaluation.calibration_sample where competition_id = $1 order by position',
    [id],
  );
  return rows[0]!.id;
};

const scores = (points: (number | null)[], word = 'бо так') =>
  KEYS.map((key, index) => ({ key, points: points[index] ?? null, comment: word }));

const give = async (person: Person, scored: Scored, points: (number | null)[], word?: string, at = IN_ADMISSION) =>
  scoring.app
    .get(GiveCalibration)
    .execute(await as(person, at), scored.id, await sampleOf(scored), scores(points, word));

describe('a calibration round', () => {
  it('is opened once by the officer or the secretary, before the scoring, and all who score are told', async () => {
    const scored = await scoring.competition(1);
    const [, secretary, member] = scored.people as [Person, Person, Person];
    expect(await failure(open(member, scored))).toBe('evaluation.calibration-leaders');
    expect(await failure(open(secretary, scored, '2020-11-09'))).toBe('evaluation.calibration-day-past');
    expect(await failure(open(secretary, scored, '2020-11-16'))).toBe('evaluation.calibration-day-late');
    await open(secretary, scored);
    expect(await failure(open(scored.officer, scored))).toBe('evaluation.calibration-opened-already');
    for (const person of scored.people)
      expect(await scoring.lettersTo(person, 'evaluation.calibration-opened')).toBe(1);
    const waiting = await scoring.deskOf(member, IN_ADMISSION);
    expect(waiting.map(({ href }) => href)).toContain(evaluationPaths.calibrationRoom(scored.id));
    const { commission } = await scoring.competition(1);
    expect(await failure(give(commission[0]!, scored, [1, 1, 1, 1]))).toBe('platform.not-found');
  });

  it('takes points of the scale with a word for each, once, until its last second', async () => {
    const scored = await scoring.competition(1);
    const [first, second, third] = scored.people as [Person, Person, Person];
    await open(scored.officer, scored);
    expect(await failure(give(first, scored, [6, 1, 1, 1]))).toBe('evaluation.points-range');
    expect(await failure(give(first, scored, [5, 1, 1, null]))).toBe('evaluation.points-missing');
    expect(await failure(give(first, scored, [5, 1, 1, 1], ''))).toBe('evaluation.calibration-why');
    await give(first, scored, [5, 1, 1, 1]);
    expect(await failure(give(first, scored, [4, 1, 1, 1]))).toBe('evaluation.calibration-given-already');
    expect(await failure(give(second, scored, [4, 1, 1, 1], 'бо', LATER))).toBe('evaluation.calibration-over');
    await lead().moveLastDay(await as(scored.officer, LATER), scored.id, '2020-11-15');
    await give(second, scored, [4, 1, 1, 1], 'бо', LATER);
    await lead().close(await as(scored.officer, LATER), scored.id);
    expect(await failure(give(third, scored, [4, 1, 1, 1], 'бо', LATER))).toBe('evaluation.calibration-over');
  });

  it('shows the points and the words of all, without names, to who has given their own, and to all when it is over', async () => {
    const scored = await scoring.competition(1, LASTING);
    const [chair, secretary, member] = scored.people as [Person, Person, Person];
    await open(secretary, scored, LAST_DAY);
    await give(chair, scored, [5, 2, 3, 4], 'партнери є');
    await give(secretary, scored, [1, 2, 3, 4], 'партнерів немає');
    const path = evaluationPaths.calibrationSample(scored.id, await sampleOf(scored));
    const page = async (person: Person, address = path) => (await (await scoring.browse(person)).get(address)).text;
    const shown = await page(chair);
    expect(shown).toContain('1 … 5, середина 3');
    expect(shown).toContain('партнерів немає');
    expect(shown).not.toContain(secretary.fullName);
    expect(await page(member)).not.toContain('партнерів немає');
    expect(await page(scored.officer, evaluationPaths.calibration(scored.id))).not.toContain('партнерів немає');
    await lead().close(await as(scored.officer), scored.id);
    expect(await page(member)).toContain('партнерів немає');
    const staff = await page(scored.officer, evaluationPaths.calibration(scored.id));
    expect(staff).toContain('партнерів немає');
    expect(staff).not.toContain(secretary.fullName);
  });

  it('keeps what was typed when something is missing', async () => {
    const scored = await scoring.competition(1, LASTING);
    await open(scored.officer, scored, LAST_DAY);
    const visitor = await scoring.browse(scored.chair);
    const path = evaluationPaths.calibrationSample(scored.id, await sampleOf(scored));
    await visitor.get(path);
    const { status, html } = await visitor.post(path, { 'points[fit]': '4', 'comments[fit]': 'Довге міркування' });
    expect([status, html.includes('Довге міркування')]).toEqual([422, true]);
  });

  it('never reaches the rating: its points have no proposal, and nothing that counts sheets reads them', async () => {
    const scored = await scoring.competition(2);
    await open(scored.officer, scored);
    for (const person of scored.people) await give(person, scored, [0, 0, 0, 0]);
    for (const person of scored.people) await scoring.declare(person, scored);
    await scoring.start(scored);
    for (const person of scored.people) {
      await scoring.writeAll(person, scored);
      await scoring.sign(person, scored);
    }
    await scoring.app.drain();
    const rows = await scoring.world.rows(
      'select points_sum, sheets_count from evaluation.rating_row where competition_id = $1',
      [scored.id],
    );
    expect(rows).toEqual([
      { points_sum: '48', sheets_count: 3 },
      { points_sum: '48', sheets_count: 3 },
    ]);
    const columns = await scoring.world.rows(
      `select 1 from information_schema.columns where table_schema = 'evaluation' and table_name like 'calibration%'
          and column_name in ('application_id', 'assignment_id', 'sheet_id')`,
    );
    const views = await scoring.world.rows(`select 1 from pg_views where definition like '%calibration%'`);
    expect([columns, views]).toEqual([[], []]);
  });
});

describe('a clarification of a criterion', () => {
  const clarify = async (person: Person, { id }: Scored, body = '4 – є угоди з партнерами') =>
    scoring.app.get(ClarifyCriterion).execute(await as(person), id, { key: 'fit', body });

  it('rule 41: stands beside the frozen text, on the sheet and for everybody, and is chained', async () => {
    const scored = await scoring.competition(1);
    const criteria =
      'select key, title, question, max_points, guidance from competitions.v_criterion where competition_id = $1';
    const before = await scoring.world.rows(criteria, [scored.id]);
    expect(await failure(clarify(scored.chair, scored))).toBe('evaluation.staff-only');
    await clarify(scored.officer, scored);
    expect(await scoring.world.rows(criteria, [scored.id])).toEqual(before);
    const [{ code }] = (await scoring.world.rows('select code from competitions.competition where id = $1', [
      scored.id,
    ])) as [{ code: string }];
    const visitor = new Visitor(scoring.app);
    expect((await visitor.get(evaluationPaths.clarifications(code))).text).toContain('4 – є угоди з партнерами');
    expect((await visitor.get(`/competitions/${code}`)).html).toContain(evaluationPaths.clarifications(code));
    const chained = await scoring.world.rows(
      `select 1 from facts.fact where scope_id = $1 and name = 'evaluation.criterion-clarified' and seq is not null`,
      [scored.id],
    );
    expect(chained).toHaveLength(1);
    for (const person of scored.people) await scoring.declare(person, scored);
    await scoring.start(scored);
    const [row] = await scoring.queue(scored.chair, scored);
    await scoring.world.rows(`update competitions.competition set scoring_until = '2099-01-01' where id = $1`, [
      scored.id,
    ]);
    const sheet = await (await scoring.browse(scored.chair)).get(evaluationPaths.sheet(row!.assignmentId));
    expect(sheet.text).toContain('4 – є угоди з партнерами');
    expect(await failure(clarify(scored.officer, scored))).toBe('evaluation.calibration-too-late');
  });
});
