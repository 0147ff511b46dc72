import { competitionById, CompetitionRooms, ConfirmAct, PrepareAct } from '#libs/competitions';
import { DeclareConflicts, evaluationPaths, type ConflictKind } from '#libs/evaluation';
import { Ports } from '#libs/platform/ports';
import {
  failure,
  IN_ADMISSION,
  IN_SCORING,
  inScope,
  KEYS,
  ScoringWorld,
  type Person,
  type Scored,
} from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

describe('a file', () => {
  it('opens after the declaration, and closes at once with a conflict declared after the start (rules 31, 32)', async () => {
    const competition = await scoring.competition(2);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first] = competition.applications as [string];
    expect(await scoring.mayRead(chair, first)).toBe(false);
    for (const person of competition.people) await scoring.declare(person, competition);
    expect(await scoring.mayRead(chair, first)).toBe(true);
    await scoring.start(competition);
    const rows = await scoring.queue(chair, competition);
    const own = await scoring.world.rows<{ id: string }>(
      'select id from evaluation.assignment where person_id = $1 and application_id = $2',
      [chair.personId, first],
    );
    const sheet = evaluationPaths.sheet(own[0]!.id);
    const browser = await scoring.browse(chair);
    expect((await browser.get(sheet)).html).toContain('Таємниця пропозиції');
    await scoring.declare(chair, competition, { [first]: 'real' }, IN_SCORING);
    expect(await scoring.mayRead(chair, first)).toBe(false);
    expect((await browser.get(sheet)).status).toBe(403);
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '4']));
    const posted = await browser.post(sheet, { version: '0', intent: 'ready', ...points });
    expect([posted.status, posted.text.includes('Цю пропозицію у Вас забрано')]).toEqual([403, true]);
    expect(await failure(scoring.write(chair, own[0]!.id, [4, 4, 4, 4]))).toBe('evaluation.assignment-ended');
    expect((await scoring.queue(chair, competition)).length).toBe(rows.length - 1);
    expect([secretary, member].length).toBe(2);
  });

  it('is not found for members of another competition and for those whose proposal it is not', async () => {
    const competition = await scoring.competition(1);
    const other = await scoring.competition(1);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const [row] = await scoring.queue(competition.people[0]!, competition);
    expect(await scoring.mayRead(other.people[0]!, competition.applications[0]!)).toBe(false);
    const stranger = await scoring.browse(other.people[0]!);
    const colleague = await scoring.browse(competition.people[1]!);
    const answers = [
      await stranger.get(evaluationPaths.sheet(row!.assignmentId)),
      await colleague.get(evaluationPaths.sheet(row!.assignmentId)),
      await stranger.get(evaluationPaths.queue(competition.id)),
      await stranger.get(evaluationPaths.conflicts(competition.id)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('is open to an expert only when assigned', async () => {
    const competition = await scoring.competition(3, { experts: 3, k: 1 });
    for (const person of competition.people) await scoring.declare(person, competition);
    const readable = async () =>
      Promise.all(competition.applications.map((application) => scoring.mayRead(competition.people[0]!, application)));
    expect(await readable()).toEqual([false, false, false]);
    await scoring.start(competition);
    await scoring.approve(competition);
    expect((await readable()).filter(Boolean)).toHaveLength(1);
  });
});

describe('declaring', () => {
  it('is one act about every proposal, with a reason for each conflict', async () => {
    const competition = await scoring.competition(2);
    const [chair] = competition.people as [Person];
    const [first, second] = competition.applications as [string, string];
    const act = async (declarations: { applicationId: string; kind: ConflictKind; reason: string }[]) =>
      failure(
        scoring.app
          .get(DeclareConflicts)
          .execute(await scoring.app.ctx(chair, IN_ADMISSION), competition.id, declarations),
      );
    expect(await act([{ applicationId: first, kind: 'none', reason: '' }])).toBe('evaluation.declare-each');
    const unexplained = [first, second].map((applicationId) => ({ applicationId, kind: 'real' as const, reason: '' }));
    expect(await act(unexplained)).toBe('evaluation.conflict-reason');
    expect(await scoring.mayRead(chair, first)).toBe(false);
  });

  it('says «none» for all the rest with one button, and keeps what was typed when something is wrong', async () => {
    const competition = await scoring.competition(3);
    const [chair] = competition.people as [Person];
    const [first] = competition.applications as [string];
    const browser = await scoring.browse(chair);
    const path = evaluationPaths.conflicts(competition.id);
    await browser.get(path);
    const wrong = await browser.post(path, { [`kinds[${first}]`]: 'real', rest: 'none' });
    expect([wrong.status, wrong.html.includes('поясніть, у чому полягає конфлікт')]).toEqual([422, true]);
    const done = await browser.post(path, {
      [`kinds[${first}]`]: 'real',
      [`reasons[${first}]`]: 'Сестра',
      rest: 'none',
    });
    expect([done.status, done.location]).toEqual([303, evaluationPaths.queue(competition.id)]);
    const kinds = await scoring.world.rows<{ kind: string }>(
      'select kind from evaluation.conflict_declaration where person_id = $1 order by kind',
      [chair.personId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['none', 'none', 'real']);
  });

  it('takes a conflict back only before the scoring starts, and never under a signed sheet', async () => {
    const competition = await scoring.competition(1);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first] = competition.applications as [string];
    await scoring.declare(chair, competition, { [first]: 'potential' });
    await scoring.declare(chair, competition);
    await scoring.declare(secretary, competition, { [first]: 'potential' });
    await scoring.declare(member, competition);
    await scoring.start(competition);
    await scoring.writeAll(chair, competition);
    await scoring.sign(chair, competition);
    expect(await failure(scoring.declare(secretary, competition, {}, IN_SCORING))).toBe('evaluation.conflict-stays');
    expect(await failure(scoring.declare(chair, competition, { [first]: 'real' }, IN_SCORING))).toBe(
      'evaluation.sheet-signed-already',
    );
  });
});

describe('a score sheet', () => {
  it('is written inside the scale and the window; two windows do not overwrite each other (rule 40)', async () => {
    const competition = await scoring.competition(1);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const [chair] = competition.people as [Person];
    const id = (await scoring.queue(chair, competition))[0]!.assignmentId;
    expect(await failure(scoring.write(chair, id, [6, 4, 4, 4]))).toBe('evaluation.points-range');
    expect(await failure(scoring.write(chair, id, [4, 4, 4]))).toBe('evaluation.points-missing');
    await scoring.write(chair, id, [4, 4, 4], { isReady: false });
    expect(await failure(scoring.write(chair, id, [1, 1, 1, 1], { version: 0 }))).toBe('evaluation.sheet-changed');
    await scoring.write(chair, id, [4, 4, 4, 5], { version: 1 });
    const late = new Date('2020-11-30T16:00:01Z');
    expect(await failure(scoring.write(chair, id, [5, 5, 5, 5], { version: 2, at: late }))).toBe(
      'evaluation.scoring-over',
    );
    expect(
      await failure(scoring.write(chair, id, [5, 5, 5, 5], { version: 2, at: new Date('2020-11-16T06:59:59Z') })),
    ).toBe('evaluation.scoring-not-yet');
    expect(await scoring.sign(chair, competition, late)).toBe(1);
    expect(await failure(scoring.write(chair, id, [5, 5, 5, 5], { version: 3 }))).toBe('evaluation.not-now');
    const points = await scoring.world.rows<{ sum: number }>(
      'select sum(points)::int as sum from evaluation.score p join evaluation.score_sheet s on s.id = p.sheet_id where s.assignment_id = $1',
      [id],
    );
    expect(points).toEqual([{ sum: 17 }]);
  });

  it('leads to the next proposal, keeps what was typed, and shows nobody the points of another (rule 42)', async () => {
    const far = { scoring_from: new Date('2020-01-01T00:00:00Z'), scoring_until: new Date('2099-01-01T00:00:00Z') };
    const competition = await scoring.competition(2, { values: far });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const [chair, secretary] = competition.people as [Person, Person];
    const [one, two] = await scoring.queue(chair, competition);
    const browser = await scoring.browse(chair);
    const sheet = await browser.get(evaluationPaths.sheet(one!.assignmentId));
    expect(sheet.text).toMatch(/Ветерани – 1\s200/);
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '3']));
    const typed = { version: '0', intent: 'ready', comment: 'Добре продумано', ...points };
    const incomplete = await browser.post(evaluationPaths.sheet(one!.assignmentId), { ...typed, 'points[fit]': '' });
    expect([incomplete.status, incomplete.html.includes('Добре продумано')]).toEqual([422, true]);
    for (const odd of ['0x3', '5e0', '3.0', '+3']) {
      const answer = await browser.post(evaluationPaths.sheet(one!.assignmentId), { ...typed, 'points[fit]': odd });
      expect([odd, answer.status]).toEqual([odd, 422]);
    }
    const ready = await browser.post(evaluationPaths.sheet(one!.assignmentId), typed);
    expect([ready.status, ready.location]).toEqual([303, `${evaluationPaths.sheet(two!.assignmentId)}#sheet`]);
    const officer = await scoring.browse(competition.officer);
    const progress = await officer.get(evaluationPaths.progress(competition.id));
    expect([progress.status, progress.html.includes('Добре продумано')]).toEqual([200, false]);
    const rating = evaluationPaths.rating(competition.id);
    expect([(await officer.get(rating)).status, (await browser.get(rating)).status]).toEqual([403, 403]);
    const colleague = await (await scoring.browse(secretary)).get(evaluationPaths.queue(competition.id));
    expect([colleague.status, colleague.html.includes('data-label="Ваші бали">12<')]).toEqual([200, false]);
    expect((await browser.get(evaluationPaths.queue(competition.id))).html).toContain('data-label="Ваші бали">12<');
  });
});

describe('a score sheet of a competition that was suspended meanwhile', () => {
  it('keeps the typed points and comments, and names the act with its reason', async () => {
    const far = { scoring_from: new Date('2020-01-01T00:00:00Z'), scoring_until: new Date('2099-01-01T00:00:00Z') };
    const competition = await scoring.competition(1, { values: far });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const [chair] = competition.people as [Person];
    const path = evaluationPaths.sheet((await scoring.queue(chair, competition))[0]!.assignmentId);
    const browser = await scoring.browse(chair);
    await browser.get(path);
    await suspend(competition);
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '3']));
    const typed = { ...points, 'comments[fit]': 'Мета ясна', comment: 'Добре продумано' };
    const answer = await browser.post(path, { version: '0', intent: 'ready', ...typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Конкурс призупинено. Акт № 17-од від 19.11.2020. Причина: Обстріл міста');
    expect(answer.text).not.toContain('ще не почалося');
    for (const kept of ['Добре продумано', 'Мета ясна']) expect(answer.html).toContain(kept);
    expect(answer.html.match(/value="3" checked/g)).toHaveLength(KEYS.length);
  });

  async function suspend({ id, organiserId, officer }: Scored): Promise<void> {
    const director = await scoring.world.person([inScope('director', 'organiser', organiserId)]);
    const act = { number: '17-од', actOn: '2020-11-19', reason: 'Обстріл міста', potKop: null, closesAt: null };
    const prepared = await scoring.app
      .get(PrepareAct)
      .execute(await scoring.app.ctx(officer, IN_SCORING), id, { kind: 'suspend', ...act, document: null });
    await scoring.app.get(ConfirmAct).execute(await scoring.app.ctx(director, IN_SCORING), id, prepared);
  }
});

describe('what waits for a person', () => {
  it('is on the desk: declare, score, sign, and then nothing', async () => {
    const competition = await scoring.competition(2, { members: 1 });
    const [chair] = competition.people as [Person];
    const desk = () => scoring.deskOf(chair, IN_SCORING);
    expect(await desk()).toEqual([
      { title: 'Зазначити конфлікт інтересів: 2 пропозиції', href: evaluationPaths.conflicts(competition.id) },
    ]);
    await scoring.declare(chair, competition);
    expect(await desk()).toEqual([]);
    await scoring.world.rows(`update competitions.competition set state = 'scoring' where id = $1`, [competition.id]);
    await scoring.app.uow.run(await scoring.app.ctx(), async (tx) =>
      tx.deliver('evaluation.fill-queues', competition.id),
    );
    await scoring.app.drain();
    expect(await desk()).toEqual([
      { title: 'Оцінити пропозиції: готово 0 із 2', href: evaluationPaths.queue(competition.id) },
    ]);
    await scoring.writeAll(chair, competition);
    expect(await desk()).toEqual([
      { title: 'Підписати 2 оціночні листи', href: evaluationPaths.signature(competition.id) },
    ]);
    await scoring.sign(chair, competition);
    expect(await desk()).toEqual([]);
  });

  it('is linked from the competition, for each only what they may open', async () => {
    const competition = await scoring.competition(1);
    const [chair] = competition.people as [Person];
    const row = await competitionById(scoring.app.db, competition.id);
    const rooms = async (person: Person) => {
      const ctx = await scoring.app.ctx(person);
      const all = await Promise.all(
        scoring.app
          .get(Ports)
          .all(CompetitionRooms)
          .map((port) => port.rooms(ctx, row)),
      );
      const own = Object.values(evaluationPaths).flatMap((path) =>
        typeof path === 'string' ? [] : [path(row.id, '', '')],
      );
      return all.flat().flatMap(({ href }) => (own.includes(href) ? [href] : []));
    };
    expect(await rooms(chair)).toEqual([
      evaluationPaths.calibration(row.id),
      evaluationPaths.progress(row.id),
      evaluationPaths.conflictQuestions(row.id),
      evaluationPaths.conflicts(row.id),
    ]);
    expect(await rooms(competition.officer)).toEqual([
      evaluationPaths.calibration(row.id),
      evaluationPaths.commission(row.id),
      evaluationPaths.progress(row.id),
      evaluationPaths.conflictQuestions(row.id),
    ]);
    expect(await rooms(await scoring.world.person())).toEqual([]);
  });
});
