import { AnswerWeighing, awardPaths, PlanAwardSession, SignAwardOrder } from '#libs/awards';
import { CastBallots, CloseSession, OpenSession, SignMinutes } from '#libs/sessions';
import { presetRuleSet } from '#libs/terms';
import { failure, inScope, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';
import { Visitor } from '../support/visitor.js';

const ASKED_KOP = 5_000_000;
const AFTER_SCORING = new Date('2020-12-05T08:00:00Z');

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

/** Six proposals, money for three. `marks`: the points of every criterion, by proposal and then by member. */
async function rated(marks: number[][], resultCheck: 'commission' | 'public' = 'commission'): Promise<Scored> {
  const ruleSet = presetRuleSet('1049-2020');
  const { resultCheck: check, commissionMinMembers: least } = ruleSet.slots;
  const own = { resultCheck: { ...check, value: resultCheck }, commissionMinMembers: { ...least, value: 3 } };
  const slots = { ...ruleSet.slots, ...own };
  const values = { pot_kop: 3 * ASKED_KOP, cap_kop: ASKED_KOP, passing_hundredths: 400 };
  const competition = await scoring.competition(marks.length, {
    values: { ...values, rule_set: JSON.stringify({ ...ruleSet, slots }) },
  });
  for (const person of competition.people) await scoring.declare(person, competition);
  await scoring.start(competition);
  const codes = await codesOf(competition);
  for (const [index, person] of competition.people.entries()) {
    for (const { assignmentId, registerCode } of await scoring.queue(person, competition)) {
      const points = marks[codes.indexOf(registerCode)]![index]!;
      await scoring.write(person, assignmentId, [points, points, points, points]);
    }
    await scoring.sign(person, competition);
  }
  await scoring.app.drain();
  return competition;
}

async function codesOf({ applications }: Scored): Promise<string[]> {
  const rows = await scoring.app.db.rows<{ id: string; code: string }>(
    'select id, register_code as code from applications.application where id = any($1)',
    [applications],
  );
  return applications.map((id) => rows.find((row) => row.id === id)!.code);
}

/** The third member alone decides who is third: without this person the fourth proposal would be. */
const HANGS_ON_ONE = [
  [5, 5, 5],
  [5, 4, 5],
  [2, 3, 5],
  [4, 4, 1],
  [2, 2, 2],
  [1, 2, 1],
];
const FIRM = [5, 5, 4, 3, 2, 1].map((points) => [points, points, points]);

/** A session up to the signatures. */
async function voted({ id, officer, people }: Scored): Promise<string> {
  const { app } = scoring;
  const plan = { plannedAt: new Date(AFTER_SCORING.getTime() + 3_600_000), place: 'кімната 305' };
  const sessionId = await app.get(PlanAwardSession).execute(await app.ctx(officer, AFTER_SCORING), id, plan);
  const ids = people.map(({ personId }) => personId);
  await app.get(OpenSession).execute(await app.ctx(people[1]!, plan.plannedAt), sessionId, ids);
  const items = await app.db.rows<{ id: string }>('select id from sessions.item where session_id = $1', [sessionId]);
  const ballots = items.map(({ id: itemId }) => ({ itemId, vote: 'for' as const, reason: '' }));
  for (const person of people)
    await app.get(CastBallots).execute(await app.ctx(person, plan.plannedAt), sessionId, ballots);
  await app.get(CloseSession).execute(await app.ctx(people[1]!, plan.plannedAt), sessionId);
  return sessionId;
}

const sign = async (person: Person, sessionId: string) =>
  scoring.app.get(SignMinutes).execute(await scoring.app.ctx(person, AFTER_SCORING), sessionId);

const answer = async (person: Person, { id }: Scored, text = 'Пропозиції близькі, рішення прийнято за рейтингом') =>
  scoring.app.get(AnswerWeighing).execute(await scoring.app.ctx(person, AFTER_SCORING), id, text);

describe('how firmly a result stands', () => {
  it('asks the chair for an answer before the minutes, and everybody sees no more than they may', async () => {
    const competition = await rated(HANGS_ON_ONE);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const page = awardPaths.weighing(competition.id);

    const forChair = await (await scoring.browse(chair)).get(page);
    expect(forChair.text).toContain('Без аркушів: ');
    expect(await scoring.deskOf(chair, AFTER_SCORING)).toContainEqual(expect.objectContaining({ href: page }));
    const forMember = await (await scoring.browse(member)).get(page);
    expect(forMember.text).toContain('Ваші оцінки поруч з оцінками інших');
    expect(forMember.text).not.toContain('Без аркушів');
    const forOfficer = await (await scoring.browse(competition.officer)).get(page);
    expect([forOfficer.status, forOfficer.text.includes('аркушів одного')]).toEqual([200, false]);
    const stranger = (await rated(FIRM)).people[0]!;
    expect((await (await scoring.browse(stranger)).get(page)).status).toBe(404);

    const sessionId = await voted(competition);
    expect(await failure(sign(chair, sessionId))).toBe('awards.weighing-unanswered');
    expect(await failure(answer(secretary, competition))).toBe('awards.chair-only');
    await answer(chair, competition);
    await sign(chair, sessionId);
    await sign(secretary, sessionId);
    expect(await scoring.deskOf(chair, AFTER_SCORING)).toEqual([]);
  });

  it('lets firm minutes be signed at once, and has nothing to answer', async () => {
    const competition = await rated(FIRM);
    const [chair, secretary] = competition.people as [Person, Person];
    expect(await failure(answer(chair, competition))).toBe('awards.nothing-to-answer');
    const sessionId = await voted(competition);
    await sign(chair, sessionId);
    await sign(secretary, sessionId);
    const [kept] = await scoring.app.db.rows<{ recalculated: number; changes: unknown[] }>(
      `select (content ->> 'recalculated')::int as recalculated, content -> 'changes' as changes
         from awards.weighed_result where competition_id = $1`,
      [competition.id],
    );
    expect(kept).toEqual({ recalculated: 4, changes: [] });
  });

  it('takes an answer back when other findings come: a changed pot moves the line', async () => {
    const competition = await rated(HANGS_ON_ONE);
    const [chair] = competition.people as [Person];
    await answer(chair, competition);
    await scoring.world.rows('update competitions.competition set pot_kop = $2 where id = $1', [
      competition.id,
      ASKED_KOP * 2,
    ]);
    const sessionId = await voted(competition);
    await sign(chair, sessionId);
    const [kept] = await scoring.app.db.rows('select answer from awards.weighed_result where competition_id = $1', [
      competition.id,
    ]);
    expect(kept).toEqual({ answer: null });
  });

  it('shows everybody the check without people where the conditions say so, after the order', async () => {
    const open = await rated(HANGS_ON_ONE, 'public');
    const closed = await rated(FIRM);
    const addresses = [];
    for (const competition of [open, closed]) {
      const [chair, secretary] = competition.people as [Person, Person];
      const [row] = await scoring.world.rows<{ code: string }>(
        'select code from competitions.competition where id = $1',
        [competition.id],
      );
      addresses.push(awardPaths.publicWeighing(row!.code));
      if (competition === open) {
        await answer(chair, competition);
        expect((await new Visitor(scoring.app).get(addresses[0]!)).status).toBe(404);
      }
      const sessionId = await voted(competition);
      await sign(chair, sessionId);
      await sign(secretary, sessionId);
      const director = await scoring.world.person([]);
      const grant = inScope('director', 'organiser', competition.organiserId);
      await scoring.world.grant(director.personId, grant, { position: 'директор' });
      const ctx = await scoring.app.ctx({ ...director, grants: [grant] }, AFTER_SCORING);
      await scoring.app.get(SignAwardOrder).execute(ctx, competition.id, '112-од');
    }
    const shown = await new Visitor(scoring.app).get(addresses[0]!);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Без аркушів одного з оцінювачів');
    expect(shown.text).not.toContain('Без аркушів: ');
    expect((await new Visitor(scoring.app).get(addresses[1]!)).status).toBe(404);
  });
});
