import { AnswerInvitation, AppointCommissionMember, evaluationPaths, ReplaceExpert } from '#libs/evaluation';
import { Sweeper } from '#libs/platform/jobs';
import { newId } from '#libs/platform/database';
import { failure, IN_SCORING, inScope, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

/** An expert who was invited and has not answered. */
async function invited({ id }: Scored, isReserve = false): Promise<Person> {
  const person = await scoring.world.person([inScope('expert', 'competition', id)]);
  await scoring.world.insert('evaluation.expert_seat', {
    ...{
      competition_id: id,
      person_id: person.personId,
      state: 'invited',
      is_reserve: isReserve,
      invited_at: IN_SCORING,
    },
  });
  return person;
}

async function accept(person: Person, { id }: Scored, loadLimit: number | null = null, priorities: string[] = []) {
  const profile = { fields: ['youth' as const], places: ['Сєвєродонецьк'], loadLimit, priorities };
  await scoring.app.get(AnswerInvitation).accept(await scoring.app.ctx(person, IN_SCORING), id, profile);
}

const holders = async ({ id }: Scored) =>
  (
    await scoring.world.rows<{ person_id: string }>(
      'select person_id from evaluation.assignment where competition_id = $1 and ended_at is null',
      [id],
    )
  ).map(({ person_id }) => person_id);

const ruleSet = (days: number) =>
  JSON.stringify({ key: '1049-2020', slots: { expertSilenceDays: { key: 'expertSilenceDays', value: days } } });

/** Two experts and one of the reserve, all without conflict; the distribution is approved. */
async function going(values: Record<string, unknown> = {}) {
  const competition = await scoring.competition(2, { experts: 2, k: 1, values });
  const reserve = await invited(competition, true);
  await accept(reserve, competition);
  for (const person of [...competition.people, reserve]) await scoring.declare(person, competition);
  await scoring.start(competition);
  await scoring.approve(competition);
  return { competition, reserve, first: competition.people[0]!, second: competition.people[1]! };
}

describe('an expert', () => {
  it('is invited by the appointment, accepts on one page with a profile, and agrees once', async () => {
    const competition = await scoring.competition(1, { experts: 1, k: 1 });
    const email = `expert-${newId()}@people.example`;
    const personId = await scoring.app
      .get(AppointCommissionMember)
      .execute(await scoring.app.ctx(competition.officer), competition.id, {
        ...{ email, familyName: 'Гончар', givenName: 'Ольга', patronymic: null, role: 'expert', position: 'доцентка' },
        ...{ isCsoRepresentative: false, actNumber: '17-к', actOn: '2020-10-01' },
      });
    const expert: Person = {
      ...{ kind: 'person', personId, fullName: 'Гончар Ольга', email },
      grants: [inScope('expert', 'competition', competition.id)],
    };
    expect(await scoring.lettersTo(expert, 'evaluation.expert-invited')).toBe(1);
    const browser = await scoring.browse(expert);
    const path = evaluationPaths.invitation(competition.id);
    await browser.get(path);
    const wrong = await browser.post(path, { answer: 'accept', fields: 'youth', loadLimit: '12', places: 'Рубіжне' });
    expect([wrong.status, wrong.text.includes('Погодьтеся з правилами роботи експерта')]).toEqual([422, true]);
    expect(wrong.html).toContain('value="12"');
    const right = await browser.post(path, {
      answer: 'accept',
      fields: ['youth', 'culture'],
      loadLimit: '12',
      agrees: 'yes',
    });
    expect([right.status, right.location]).toEqual([303, evaluationPaths.conflicts(competition.id)]);
    const again = await browser.get(path);
    expect([
      again.text.includes('Ви погодилися з правилами роботи експерта'),
      again.html.includes('name="agrees"'),
    ]).toEqual([true, false]);
  });

  it('who has not answered, or is in the reserve, gets no proposals; the own limit is kept', async () => {
    const competition = await scoring.competition(4, { experts: 2, k: 1 });
    const [silent, reserve, limited] = [
      await invited(competition),
      await invited(competition, true),
      await invited(competition),
    ];
    await accept(reserve, competition);
    await accept(limited, competition, 1);
    const all = [...competition.people, silent, reserve, limited];
    for (const person of all) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    const given = await holders(competition);
    const loads = [silent, reserve, limited].map((one) => given.filter((id) => id === one.personId).length);
    expect([given.length, loads[0], loads[1], loads[2]! <= 1]).toEqual([4, 0, 0, true]);
  });

  it('gets what fits: priorities that the expert knows, and places', async () => {
    const competition = await scoring.competition(2, { experts: 2, k: 1 });
    const [first, second] = competition.applications as [string, string];
    const ids = [newId(), newId()];
    for (const [position, id] of ids.entries()) {
      const values = { id, competition_id: competition.id, position, title: `Пріоритет ${position}` };
      await scoring.world.insert('competitions.priority', values);
      await scoring.world.rows('update applications.submission set priority_id = $2 where application_id = $1', [
        competition.applications[position],
        id,
      ]);
    }
    const [one, two] = competition.people as [Person, Person];
    for (const person of competition.people)
      await scoring.world.insert('evaluation.expert_seat', {
        ...{ competition_id: competition.id, person_id: person.personId, state: 'invited', is_reserve: false },
        invited_at: IN_SCORING,
      });
    await accept(one, competition, null, [ids[1]!, newId()]);
    await accept(two, competition, null, [ids[0]!]);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const pairs = await scoring.world.rows<{ application_id: string; person_id: string; fit: number }>(
      `select p.application_id, p.person_id, p.fit from evaluation.distribution_pair p
         join evaluation.distribution d on d.id = p.distribution_id where d.competition_id = $1 order by p.application_id`,
      [competition.id],
    );
    expect(pairs).toEqual(
      expect.arrayContaining([
        { application_id: second, person_id: one.personId, fit: 100 },
        { application_id: first, person_id: two.personId, fit: 100 },
      ]),
    );
  });
});

describe('the reserve', () => {
  it('takes the place of an expert who refuses with a reason; signed sheets stay, access closes (rule 36)', async () => {
    const { competition, reserve, first } = await going();
    await scoring.world.insert('evaluation.expert_seat', {
      ...{ competition_id: competition.id, person_id: first.personId, state: 'accepted', is_reserve: false },
      invited_at: IN_SCORING,
    });
    const browser = await scoring.browse(first);
    const path = evaluationPaths.invitation(competition.id);
    await browser.get(path);
    expect((await browser.post(path, { answer: 'refuse' })).text).toContain('Поясніть, чому Ви відмовляєтеся');
    expect((await browser.post(path, { answer: 'refuse', reason: 'Хвороба' })).status).toBe(303);
    await scoring.app.drain();
    expect((await holders(competition)).sort()).toEqual([competition.people[1]!.personId, reserve.personId].sort());
    expect(await scoring.lettersTo(reserve, 'evaluation.expert-called')).toBe(1);
    expect((await browser.get(path)).status).not.toBe(200);
    const page = await (await scoring.browse(competition.officer)).get(evaluationPaths.commission(competition.id));
    expect(page.text).toContain('Хвороба');
  });

  it('replaces a silent expert after the days of the rule set, and nobody who has begun', async () => {
    const { competition, reserve, first, second } = await going({ rule_set: ruleSet(5) });
    const [own] = await scoring.queue(second, competition);
    await scoring.write(second, own!.assignmentId, [1, 1, 1, 1], { isReady: false });
    // Domain time is that of the database here, years after the work was given.
    await scoring.app.get(Sweeper).pass();
    await scoring.app.get(Sweeper).pass();
    await scoring.app.drain();
    expect((await holders(competition)).sort()).toEqual([reserve.personId, second.personId].sort());
    expect(await scoring.lettersTo(first, 'evaluation.expert-replaced')).toBe(1);
    expect(await scoring.lettersTo(second, 'evaluation.expert-replaced')).toBe(0);
  });

  it('that is empty when an expert is silent is told to secretary and chair, once', async () => {
    const competition = await scoring.competition(2, { experts: 2, k: 1, values: { rule_set: ruleSet(5) } });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    for (let pass = 0; pass < 3; pass += 1) await scoring.app.get(Sweeper).pass();
    await scoring.app.drain();
    expect((await holders(competition)).length).toBe(2);
    expect(await scoring.lettersTo(competition.chair, 'evaluation.expert-silent')).toBe(2);
  });

  it('that is empty is told to the officers, and the work goes to the others', async () => {
    const competition = await scoring.competition(2, { experts: 3, k: 1 });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    const [gone] = await holders(competition);
    const ctx = await scoring.app.ctx(competition.chair, IN_SCORING);
    await scoring.app.get(ReplaceExpert).execute(ctx, competition.id, gone!, 'Не відповідає');
    await scoring.app.drain();
    const now = await holders(competition);
    expect([now.length, now.includes(gone!)]).toEqual([2, false]);
    expect(await scoring.lettersTo(competition.officer, 'evaluation.no-reserve')).toBe(1);
    const member = await scoring.world.person([inScope('commission-member', 'competition', competition.id)]);
    const attempt = scoring.app
      .get(ReplaceExpert)
      .execute(await scoring.app.ctx(member), competition.id, now[0]!, 'Так');
    expect(await failure(attempt)).toBe('evaluation.distributors-only');
  });
});
