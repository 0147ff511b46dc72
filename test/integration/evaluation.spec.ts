import { applicationForReading, ApplicationReaders } from '#libs/applications';
import {
  AdvanceCompetition,
  competitionById,
  CompetitionObstacles,
  CompetitionRooms,
  type CompetitionAction,
} from '#libs/competitions';
import {
  AppointCommissionMember,
  DeclareConflicts,
  EndMembership,
  evaluationPaths,
  queueRows,
  ratingOf,
  SaveScoreSheet,
  SignSheets,
  type ConflictKind,
} from '#libs/evaluation';
import { DeskSource, startSession } from '#libs/identity';
import type { Actor, Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { Sweeper } from '#libs/platform/jobs';
import { Ports } from '#libs/platform/ports';
import { startApp, type TestApp } from '../support/app.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

type Person = Actor & { personId: string };

const IN_ADMISSION = new Date('2020-11-10T08:00:00Z');
const IN_SCORING = new Date('2020-11-20T08:00:00Z');
const KEYS = ['fit', 'results', 'efficiency', 'capacity'];
const SEATS = ['commission-chair', 'commission-secretary', 'commission-member'];

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const inScope = (role: string, scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({ role, scopeKind, scopeId });

interface Setting {
  id: string;
  organiserId: string;
  officer: Person;
  people: Person[];
  applications: string[];
}

/** A competition after admission: a commission of `members` (or experts beside it) and admitted proposals. */
async function setting(
  proposals: number,
  { members = 3, experts = 0, k = 2, values = {} as Record<string, unknown> } = {},
): Promise<Setting> {
  const { id: organiserId } = await world.organiser();
  const mode = experts > 0 ? { scoring_mode: 'k-of-n', experts_per_application: k } : {};
  const { id } = await world.competition(organiserId, { state: 'admission', ...mode, ...values });
  const officer = await world.person([inScope('officer', 'organiser', organiserId)]);
  const seat = (index: number) => world.person([inScope(SEATS[index] ?? SEATS[2]!, 'competition', id)]);
  const commission = [];
  for (let index = 0; index < members; index += 1) commission.push(await seat(index));
  const people = experts > 0 ? [] : commission;
  for (let index = 0; index < experts; index += 1)
    people.push(await world.person([inScope('expert', 'competition', id)]));
  const applications = [];
  for (let index = 0; index < proposals; index += 1) applications.push(await proposal(id));
  return { id, organiserId, officer, people, applications };
}

async function proposal(competitionId: string): Promise<string> {
  const { id: organisationId, name } = await world.organisation();
  const id = await world.application(competitionId, organisationId, { state: 'admitted', submission_number: 1 });
  const [row] = await world.rows<{ created_by: string; title: string }>(
    'select created_by, title from applications.application where id = $1',
    [id],
  );
  const sums = { requestedKop: 5_000_000, ownKop: 1_000_000, totalKop: 6_000_000 };
  const content = {
    ...{ language: 'uk', title: row!.title, priority: 'Молодь', startOn: '2021-02-01', endOn: '2021-11-30' },
    competition: { code: '1.1-2021', title: 'Конкурс' },
    organisation: { name, edrpou: '10000001' },
    sections: [
      { key: 'need', title: 'Проблема', answers: [{ key: 'p', question: 'Яка?', answer: 'Таємниця пропозиції' }] },
    ],
    ...{ activities: [], indicators: [], files: [], budget: { lines: [], ...sums } },
  };
  await world.insert('applications.submission', {
    ...{ id: newId(), application_id: id, number: 1, submitted_at: new Date('2020-10-25T09:00:00Z') },
    ...{ submitted_by: row!.created_by, title: row!.title, start_on: '2021-02-01', end_on: '2021-11-30' },
    ...{ requested_kop: sums.requestedKop, own_kop: sums.ownKop, total_kop: sums.totalKop },
    ...{ content: JSON.stringify(content), sha256: '0'.repeat(64) },
  });
  return id;
}

async function declare(
  person: Person,
  { id, applications }: Setting,
  conflicts: Record<string, ConflictKind> = {},
  at = IN_ADMISSION,
) {
  const declarations = applications.map((applicationId) => {
    const kind = conflicts[applicationId] ?? 'none';
    return { applicationId, kind, reason: kind === 'none' ? '' : 'Працюю там за сумісництвом' };
  });
  await app.get(DeclareConflicts).execute(await app.ctx(person, at), id, declarations);
}

async function start({ id, officer }: Setting): Promise<void> {
  await app.get(AdvanceCompetition).execute(await app.ctx(officer, IN_SCORING), id, 'start-scoring');
  await app.drain();
}

const queue = (person: Person, { id }: Setting) => queueRows(app.db, id, person.personId);

interface Write {
  version?: number;
  isReady?: boolean;
  at?: Date;
}

async function write(person: Person, assignmentId: string, points: number[], options: Write = {}): Promise<void> {
  const { version = 0, isReady = true, at = IN_SCORING } = options;
  const scores = KEYS.map((key, index) => ({ key, points: points[index] ?? null, comment: '' }));
  await app
    .get(SaveScoreSheet)
    .execute(await app.ctx(person, at), assignmentId, { version, scores, comment: '', isReady });
}

async function writeAll(person: Person, competition: Setting, points = [4, 4, 4, 4]): Promise<void> {
  for (const { assignmentId } of await queue(person, competition)) await write(person, assignmentId, points);
}

const sign = async (person: Person, { id }: Setting, at = IN_SCORING) =>
  app.get(SignSheets).execute(await app.ctx(person, at), id);

const stateOf = async ({ id }: Setting) => (await competitionById(app.db, id)).state;

async function mayRead(person: Person, applicationId: string): Promise<boolean> {
  const application = await applicationForReading(app.db, applicationId);
  const ctx = await app.ctx(person);
  const answers = app
    .get(Ports)
    .all(ApplicationReaders)
    .map((readers) => readers.mayRead(ctx, app.db, application));
  return (await Promise.all(answers)).some(Boolean);
}

/** A browser of a signed-in person. */
async function browse(person: Person): Promise<Visitor> {
  const token = await app.uow.run(await app.ctx(person), (tx) => startSession(tx, person.personId, 'test'));
  return new Visitor(app).withSession(token);
}

/** What the evaluation has against a step. */
async function obstaclesOf(competitionId: string, action: CompetitionAction): Promise<string[]> {
  const ports = app.get(Ports).all(CompetitionObstacles);
  const found = await Promise.all(ports.map((port) => port.obstacles(app.db, competitionId, action)));
  return found.flat().filter((code) => code.startsWith('evaluation.'));
}

async function deskOf(person: Person, at: Date): Promise<{ title: string; href: string }[]> {
  const ctx = await app.ctx(person, at);
  const items = await Promise.all(
    app
      .get(Ports)
      .all(DeskSource)
      .map((source) => source.items(ctx, app.db)),
  );
  return items.flat().map(({ title, href }) => ({ title, href }));
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: { code?: string; fields?: { code: string }[] }) => error.fields?.[0]?.code ?? error.code ?? error,
  );

const lettersTo = async (person: Person, template: string): Promise<number> =>
  (
    await world.rows('select 1 from notifications.message where to_person_id = $1 and template = $2', [
      person.personId,
      template,
    ])
  ).length;

describe('every member scores every proposal', () => {
  it('goes from declarations to the rating, the recused out of the divisor (rules 31, 32, 42, 44)', async () => {
    const competition = await setting(3);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first, second, third] = competition.applications as [string, string, string];
    await declare(chair, competition);
    await declare(secretary, competition, { [first]: 'real' });
    await declare(member, competition);
    await start(competition);

    const lengths = await Promise.all(competition.people.map(async (one) => (await queue(one, competition)).length));
    expect(lengths).toEqual([3, 2, 3]);
    expect(await lettersTo(chair, 'evaluation.queue-filled')).toBe(1);
    await writeAll(chair, competition, [4, 4, 4, 4]);
    await writeAll(secretary, competition, [1, 1, 1, 1]);
    await writeAll(member, competition, [3, 3, 3, 3]);
    for (const person of competition.people) await sign(person, competition);
    expect(await stateOf(competition)).toBe('scoring');
    await app.drain();

    expect(await stateOf(competition)).toBe('rated');
    const rating = await ratingOf(app.db, competition.id);
    expect(
      rating.map(({ applicationId, place, pointsSum, sheetsCount }) => [applicationId, place, pointsSum, sheetsCount]),
    ).toEqual([
      [first, 1, 28, 2],
      [second, null, 32, 3],
      [third, null, 32, 3],
    ]);
    expect(rating[0]!.criteria[0]).toEqual({ key: 'fit', title: 'fit', sum: 7, count: 2, maxPoints: 5 });
  });

  it('gives a queue to the one who declares after the start, and waits for the one who does not (rule 31)', async () => {
    const competition = await setting(2);
    const [chair, secretary, late] = competition.people as [Person, Person, Person];
    await declare(chair, competition);
    await declare(secretary, competition);
    await start(competition);
    for (const person of [chair, secretary]) {
      await writeAll(person, competition);
      await sign(person, competition);
    }
    await app.drain();
    expect([(await queue(late, competition)).length, await stateOf(competition)]).toEqual([0, 'scoring']);
    await declare(late, competition, {}, IN_SCORING);
    expect((await queue(late, competition)).length).toBe(2);
    await writeAll(late, competition);
    await sign(late, competition);
    await app.drain();
    expect(await stateOf(competition)).toBe('rated');
  });

  it('fills queues once, however often the job runs', async () => {
    const competition = await setting(4);
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const ids = async () => (await queue(competition.people[0]!, competition)).map(({ assignmentId }) => assignmentId);
    const before = await ids();
    await app.uow.run(await app.ctx(), async (tx) => {
      tx.deliver('evaluation.fill-queues', competition.id);
      tx.deliver('evaluation.fill-queues', competition.id);
    });
    await app.drain();
    expect(await ids()).toEqual(before);
    expect(await lettersTo(competition.people[0]!, 'evaluation.queue-filled')).toBe(1);
  });

  it('lets everybody start with the proposals in another order', async () => {
    const competition = await setting(8);
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const orders = await Promise.all(
      competition.people.map(async (one) =>
        (await queue(one, competition)).map(({ registerCode }) => registerCode).join(),
      ),
    );
    expect(new Set(orders).size).toBe(3);
  });

  it('computes the rating exactly once when all sign at the same moment', async () => {
    const competition = await setting(2, { members: 6 });
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    for (const person of competition.people) await writeAll(person, competition);
    await Promise.all(competition.people.map((person) => sign(person, competition)));
    await app.drain();
    await app.uow.run(await app.ctx(), async (tx) => tx.deliver('evaluation.compute-rating', competition.id));
    await app.drain();
    const facts = await world.rows<{ name: string; count: number }>(
      `select name, count(*)::int as count from facts.fact where scope_id = $1
        and name in ('evaluation.rating-computed', 'competitions.rated', 'evaluation.sheet-signed') group by name order by name`,
      [competition.id],
    );
    expect(facts).toEqual([
      { name: 'competitions.rated', count: 1 },
      { name: 'evaluation.rating-computed', count: 1 },
      { name: 'evaluation.sheet-signed', count: 12 },
    ]);
    const asked = await world.rows('select 1 from facts.delivery where task = $1 and subject_id = $2', [
      'evaluation.compute-rating',
      competition.id,
    ]);
    expect(asked).toHaveLength(2);
  });
});

describe('k of n experts', () => {
  it('gives each proposal k experts with even loads, and replaces one who declares a conflict later', async () => {
    const competition = await setting(6, { experts: 4, k: 2 });
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const loads = async () =>
      Promise.all(competition.people.map(async (one) => (await queue(one, competition)).length));
    expect(await loads()).toEqual([3, 3, 3, 3]);

    const [expert] = competition.people as [Person];
    const [taken] = await world.rows<{ application_id: string; pairs: number }>(
      'select application_id from evaluation.assignment where person_id = $1 and competition_id = $2 limit 1',
      [expert.personId, competition.id],
    );
    await declare(expert, competition, { [taken!.application_id]: 'potential' }, IN_SCORING);
    const active = await world.rows<{ count: number }>(
      `select count(distinct person_id)::int as count from evaluation.assignment
        where competition_id = $1 and ended_at is null group by application_id`,
      [competition.id],
    );
    expect(active.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2, 2]);
    expect((await loads())[0]).toBe(2);

    for (const person of competition.people) {
      await writeAll(person, competition);
      await sign(person, competition);
    }
    await app.drain();
    expect(await stateOf(competition)).toBe('rated');
  });

  it('does not start while experts without conflict are too few', async () => {
    const competition = await setting(2, { experts: 3, k: 2 });
    const [first] = competition.applications as [string];
    for (const person of competition.people.slice(0, 2)) await declare(person, competition, { [first]: 'real' });
    expect(await failure(start(competition))).toBe('evaluation.experts-too-few');
    const page = await (await browse(competition.officer)).get(evaluationPaths.progress(competition.id));
    expect(page.html).toContain('пропозицій – 1, експертів без конфлікту – 0, не вистачає місць – 2');
  });
});

describe('a file', () => {
  it('opens after the declaration, and closes at once with a conflict declared after the start (rules 31, 32)', async () => {
    const competition = await setting(2);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first] = competition.applications as [string];
    expect(await mayRead(chair, first)).toBe(false);
    for (const person of competition.people) await declare(person, competition);
    expect(await mayRead(chair, first)).toBe(true);
    await start(competition);
    const rows = await queue(chair, competition);
    const own = await world.rows<{ id: string }>(
      'select id from evaluation.assignment where person_id = $1 and application_id = $2',
      [chair.personId, first],
    );
    const sheet = evaluationPaths.sheet(own[0]!.id);
    const browser = await browse(chair);
    expect((await browser.get(sheet)).html).toContain('Таємниця пропозиції');
    await declare(chair, competition, { [first]: 'real' }, IN_SCORING);
    expect(await mayRead(chair, first)).toBe(false);
    expect((await browser.get(sheet)).status).toBe(403);
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '4']));
    const posted = await browser.post(sheet, { version: '0', intent: 'ready', ...points });
    expect([posted.status, posted.text.includes('Цю пропозицію у вас забрано')]).toEqual([403, true]);
    expect(await failure(write(chair, own[0]!.id, [4, 4, 4, 4]))).toBe('evaluation.assignment-ended');
    expect((await queue(chair, competition)).length).toBe(rows.length - 1);
    expect([secretary, member].length).toBe(2);
  });

  it('is not found for members of another competition and for those whose proposal it is not', async () => {
    const competition = await setting(1);
    const other = await setting(1);
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const [row] = await queue(competition.people[0]!, competition);
    expect(await mayRead(other.people[0]!, competition.applications[0]!)).toBe(false);
    const stranger = await browse(other.people[0]!);
    const colleague = await browse(competition.people[1]!);
    const answers = [
      await stranger.get(evaluationPaths.sheet(row!.assignmentId)),
      await colleague.get(evaluationPaths.sheet(row!.assignmentId)),
      await stranger.get(evaluationPaths.queue(competition.id)),
      await stranger.get(evaluationPaths.conflicts(competition.id)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('is open to an expert only when assigned', async () => {
    const competition = await setting(3, { experts: 3, k: 1 });
    for (const person of competition.people) await declare(person, competition);
    const readable = async () =>
      Promise.all(competition.applications.map((application) => mayRead(competition.people[0]!, application)));
    expect(await readable()).toEqual([false, false, false]);
    await start(competition);
    expect((await readable()).filter(Boolean)).toHaveLength(1);
  });
});

describe('declaring', () => {
  it('is one act about every proposal, with a reason for each conflict', async () => {
    const competition = await setting(2);
    const [chair] = competition.people as [Person];
    const [first, second] = competition.applications as [string, string];
    const act = async (declarations: { applicationId: string; kind: ConflictKind; reason: string }[]) =>
      failure(app.get(DeclareConflicts).execute(await app.ctx(chair, IN_ADMISSION), competition.id, declarations));
    expect(await act([{ applicationId: first, kind: 'none', reason: '' }])).toBe('evaluation.declare-each');
    const unexplained = [first, second].map((applicationId) => ({ applicationId, kind: 'real' as const, reason: '' }));
    expect(await act(unexplained)).toBe('evaluation.conflict-reason');
    expect(await mayRead(chair, first)).toBe(false);
  });

  it('says «none» for all the rest with one button, and keeps what was typed when something is wrong', async () => {
    const competition = await setting(3);
    const [chair] = competition.people as [Person];
    const [first] = competition.applications as [string];
    const browser = await browse(chair);
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
    const kinds = await world.rows<{ kind: string }>(
      'select kind from evaluation.conflict_declaration where person_id = $1 order by kind',
      [chair.personId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['none', 'none', 'real']);
  });

  it('takes a conflict back only before the scoring starts, and never under a signed sheet', async () => {
    const competition = await setting(1);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first] = competition.applications as [string];
    await declare(chair, competition, { [first]: 'potential' });
    await declare(chair, competition);
    await declare(secretary, competition, { [first]: 'potential' });
    await declare(member, competition);
    await start(competition);
    await writeAll(chair, competition);
    await sign(chair, competition);
    expect(await failure(declare(secretary, competition, {}, IN_SCORING))).toBe('evaluation.conflict-stays');
    expect(await failure(declare(chair, competition, { [first]: 'real' }, IN_SCORING))).toBe(
      'evaluation.sheet-signed-already',
    );
  });
});

describe('a score sheet', () => {
  it('is written inside the scale and the window; two windows do not overwrite each other (rule 40)', async () => {
    const competition = await setting(1);
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const [chair] = competition.people as [Person];
    const id = (await queue(chair, competition))[0]!.assignmentId;
    expect(await failure(write(chair, id, [6, 4, 4, 4]))).toBe('evaluation.points-range');
    expect(await failure(write(chair, id, [4, 4, 4]))).toBe('evaluation.points-missing');
    await write(chair, id, [4, 4, 4], { isReady: false });
    expect(await failure(write(chair, id, [1, 1, 1, 1], { version: 0 }))).toBe('evaluation.sheet-changed');
    await write(chair, id, [4, 4, 4, 5], { version: 1 });
    const late = new Date('2020-11-30T16:00:01Z');
    expect(await failure(write(chair, id, [5, 5, 5, 5], { version: 2, at: late }))).toBe('evaluation.scoring-over');
    expect(await failure(write(chair, id, [5, 5, 5, 5], { version: 2, at: new Date('2020-11-16T06:59:59Z') }))).toBe(
      'evaluation.scoring-not-yet',
    );
    expect(await sign(chair, competition, late)).toBe(1);
    expect(await failure(write(chair, id, [5, 5, 5, 5], { version: 3 }))).toBe('evaluation.not-now');
    const points = await world.rows<{ sum: number }>(
      'select sum(points)::int as sum from evaluation.score p join evaluation.score_sheet s on s.id = p.sheet_id where s.assignment_id = $1',
      [id],
    );
    expect(points).toEqual([{ sum: 17 }]);
  });

  it('leads to the next proposal, keeps what was typed, and shows nobody the points of another (rule 42)', async () => {
    const far = { scoring_from: new Date('2020-01-01T00:00:00Z'), scoring_until: new Date('2099-01-01T00:00:00Z') };
    const competition = await setting(2, { values: far });
    for (const person of competition.people) await declare(person, competition);
    await start(competition);
    const [chair, secretary] = competition.people as [Person, Person];
    const [one, two] = await queue(chair, competition);
    const browser = await browse(chair);
    await browser.get(evaluationPaths.sheet(one!.assignmentId));
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '3']));
    const typed = { version: '0', intent: 'ready', comment: 'Добре продумано', ...points };
    const incomplete = await browser.post(evaluationPaths.sheet(one!.assignmentId), { ...typed, 'points[fit]': '' });
    expect([incomplete.status, incomplete.html.includes('Добре продумано')]).toEqual([422, true]);
    const ready = await browser.post(evaluationPaths.sheet(one!.assignmentId), typed);
    expect([ready.status, ready.location]).toEqual([303, evaluationPaths.sheet(two!.assignmentId)]);
    const officer = await browse(competition.officer);
    const progress = await officer.get(evaluationPaths.progress(competition.id));
    expect([progress.status, progress.html.includes('Добре продумано')]).toEqual([200, false]);
    const rating = evaluationPaths.rating(competition.id);
    expect([(await officer.get(rating)).status, (await browser.get(rating)).status]).toEqual([403, 403]);
    const colleague = await (await browse(secretary)).get(evaluationPaths.queue(competition.id));
    expect([colleague.status, colleague.html.includes('12 б.')]).toEqual([200, false]);
    expect((await browser.get(evaluationPaths.queue(competition.id))).html).toContain('12 б.');
  });
});

describe('the commission', () => {
  const order = { actNumber: '17-к', actOn: '2020-10-01' };
  const person = (email: string) => ({ email, familyName: 'Гончар', givenName: 'Ольга', patronymic: null });

  it('is appointed by an order; one chair only, one seat for a person (rule 36)', async () => {
    const { id: organiserId } = await world.organiser();
    const rules = { key: '1049-2020', slots: { commissionMinMembers: { key: 'commissionMinMembers', value: 3 } } };
    const draft = { state: 'draft', code: null, published_at: null, rule_set: JSON.stringify(rules) };
    const { id } = await world.competition(organiserId, draft);
    const officer = await world.person([inScope('officer', 'organiser', organiserId)]);
    const appoint = async (email: string, role: 'commission-chair' | 'commission-member') =>
      failure(
        app.get(AppointCommissionMember).execute(await app.ctx(officer), id, {
          ...{ ...person(email), ...order, role, position: 'голова ради', isCsoRepresentative: true },
        }),
      );
    expect((await appoint('goncharova@people.example', 'commission-chair')) as string).toBe('done');
    expect(await appoint('goncharova@people.example', 'commission-member')).toBe('evaluation.already-member');
    expect(await appoint('second@people.example', 'commission-chair')).toBe('identity.role-taken');
    expect(await obstaclesOf(id, 'publish')).toEqual(['evaluation.no-secretary', 'evaluation.too-few']);
    const browser = await browse(officer);
    const page = await browser.get(evaluationPaths.commission(id));
    expect([page.status, page.html.includes('немає секретаря')]).toEqual([200, true]);
  });

  it('belongs to one authority: staff and members of another find nothing', async () => {
    const competition = await setting(1);
    const other = await setting(1);
    const officer = await browse(other.officer);
    const paths = [evaluationPaths.commission, evaluationPaths.progress, evaluationPaths.rating];
    const answers = await Promise.all(paths.map((path) => officer.get(path(competition.id))));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const member = { ...person('stranger@people.example'), ...order, position: 'член', isCsoRepresentative: false };
    const attempt = app
      .get(AppointCommissionMember)
      .execute(await app.ctx(other.officer), competition.id, { ...member, role: 'commission-member' });
    expect(await failure(attempt)).toBe('platform.not-found');
    await declare(other.people[0]!, other);
    const mine = await (await browse(other.people[0]!)).get(evaluationPaths.scoring);
    const links = [mine.html.includes(other.id), mine.html.includes(competition.id)];
    expect([mine.status, links]).toEqual([200, [false, false]]);
  });

  it('loses a silent member by an order: unsigned sheets end, signed ones stay, the rating goes on', async () => {
    const competition = await setting(1);
    const [chair, secretary, silent] = competition.people as [Person, Person, Person];
    for (const one of competition.people) await declare(one, competition);
    await start(competition);
    for (const one of [chair, secretary]) {
      await writeAll(one, competition);
      await sign(one, competition);
    }
    const [left] = await queue(silent, competition);
    await write(silent, left!.assignmentId, [0, 0, 0, 0]);
    const [grant] = await world.rows<{ id: string }>(
      'select id from identity.role_grant where person_id = $1 and scope_id = $2',
      [silent.personId, competition.id],
    );
    await app.get(EndMembership).execute(await app.ctx(competition.officer, IN_SCORING), competition.id, grant!.id, {
      ...order,
      reason: 'Не брала участі',
    });
    await app.drain();
    expect(await stateOf(competition)).toBe('rated');
    const rating = await ratingOf(app.db, competition.id);
    expect(rating.map(({ pointsSum, sheetsCount, place }) => [pointsSum, sheetsCount, place])).toEqual([[32, 2, 1]]);
    const page = await (await browse(competition.officer)).get(evaluationPaths.commission(competition.id));
    expect(page.html).toContain('за наказом № 17-к від 01.10.2020: Не брала участі');
  });
});

describe('reminders', () => {
  it('go once per person at each due instant, only to those who are not done', async () => {
    const until = new Date('2020-11-30T16:00:00Z');
    const competition = await setting(1, { values: { scoring_until: until } });
    const [chair, secretary, undeclared] = competition.people as [Person, Person, Person];
    await declare(chair, competition);
    await declare(secretary, competition);
    await start(competition);
    await writeAll(chair, competition);
    await sign(chair, competition);
    // Domain time is that of the database here, years after the last day: the competition is overdue.
    await app.get(Sweeper).pass();
    await app.get(Sweeper).pass();
    const letters = [chair, secretary, undeclared].map((one) => lettersTo(one, 'evaluation.remind'));
    expect(await Promise.all(letters)).toEqual([0, 1, 0]);
    expect(await lettersTo(undeclared, 'evaluation.declare')).toBe(1);
    expect(await lettersTo(competition.officer, 'evaluation.overdue')).toBe(1);
    const browser = await browse(competition.officer);
    const page = await browser.get(evaluationPaths.progress(competition.id));
    expect(page.html).toContain('Строк оцінювання минув');
    const reminded = await browser.post(evaluationPaths.reminders(competition.id), { confirmed: 'yes' });
    expect([reminded.status, await lettersTo(secretary, 'evaluation.remind')]).toEqual([303, 2]);
    const again = await browser.post(evaluationPaths.reminders(competition.id), { confirmed: 'yes' });
    expect([again.status, await lettersTo(secretary, 'evaluation.remind')]).toEqual([422, 2]);
  });
});

describe('what waits for a person', () => {
  it('is on the desk: declare, score, sign, and then nothing', async () => {
    const competition = await setting(2, { members: 1 });
    const [chair] = competition.people as [Person];
    const desk = () => deskOf(chair, IN_SCORING);
    expect(await desk()).toEqual([
      { title: 'Зазначити конфлікт інтересів: 2 пропозиції', href: evaluationPaths.conflicts(competition.id) },
    ]);
    await declare(chair, competition);
    expect(await desk()).toEqual([]);
    await world.rows(`update competitions.competition set state = 'scoring' where id = $1`, [competition.id]);
    await app.uow.run(await app.ctx(), async (tx) => tx.deliver('evaluation.fill-queues', competition.id));
    await app.drain();
    expect(await desk()).toEqual([
      { title: 'Оцінити пропозиції: готово 0 із 2', href: evaluationPaths.queue(competition.id) },
    ]);
    await writeAll(chair, competition);
    expect(await desk()).toEqual([
      { title: 'Підписати 2 оціночні листи', href: evaluationPaths.signature(competition.id) },
    ]);
    await sign(chair, competition);
    expect(await desk()).toEqual([]);
  });

  it('is linked from the competition, for each only what they may open', async () => {
    const competition = await setting(1);
    const [chair] = competition.people as [Person];
    const row = await competitionById(app.db, competition.id);
    const rooms = async (person: Person) => {
      const ctx = await app.ctx(person);
      const all = await Promise.all(
        app
          .get(Ports)
          .all(CompetitionRooms)
          .map((port) => port.rooms(ctx, row)),
      );
      const own = Object.values(evaluationPaths).flatMap((path) =>
        typeof path === 'string' ? [] : [path(row.id, '')],
      );
      return all.flat().flatMap(({ href }) => (own.includes(href) ? [href] : []));
    };
    expect(await rooms(chair)).toEqual([evaluationPaths.conflicts(row.id)]);
    expect(await rooms(competition.officer)).toEqual([
      evaluationPaths.commission(row.id),
      evaluationPaths.progress(row.id),
    ]);
    expect(await rooms(await world.person())).toEqual([]);
  });
});
