import { AppointCommissionMember, EndMembership, evaluationPaths, ratingOf } from '#libs/evaluation';
import { Sweeper } from '#libs/platform/jobs';
import { failure, inScope, IN_SCORING, ScoringWorld, type Person } from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

describe('every member scores every proposal', () => {
  it('goes from declarations to the rating, the recused out of the divisor (rules 31, 32, 42, 44)', async () => {
    const competition = await scoring.competition(3);
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    const [first, second, third] = competition.applications as [string, string, string];
    await scoring.declare(chair, competition);
    await scoring.declare(secretary, competition, { [first]: 'real' });
    await scoring.declare(member, competition);
    await scoring.start(competition);

    const lengths = await Promise.all(
      competition.people.map(async (one) => (await scoring.queue(one, competition)).length),
    );
    expect(lengths).toEqual([3, 2, 3]);
    expect(await scoring.lettersTo(chair, 'evaluation.queue-filled')).toBe(1);
    await scoring.writeAll(chair, competition, [4, 4, 4, 4]);
    await scoring.writeAll(secretary, competition, [1, 1, 1, 1]);
    await scoring.writeAll(member, competition, [3, 3, 3, 3]);
    for (const person of competition.people) await scoring.sign(person, competition);
    expect(await scoring.stateOf(competition)).toBe('scoring');
    await scoring.app.drain();

    expect(await scoring.stateOf(competition)).toBe('rated');
    const rating = await ratingOf(scoring.app.db, competition.id);
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
    const competition = await scoring.competition(2);
    const [chair, secretary, late] = competition.people as [Person, Person, Person];
    await scoring.declare(chair, competition);
    await scoring.declare(secretary, competition);
    await scoring.start(competition);
    for (const person of [chair, secretary]) {
      await scoring.writeAll(person, competition);
      await scoring.sign(person, competition);
    }
    await scoring.app.drain();
    expect([(await scoring.queue(late, competition)).length, await scoring.stateOf(competition)]).toEqual([
      0,
      'scoring',
    ]);
    await scoring.declare(late, competition, {}, IN_SCORING);
    expect((await scoring.queue(late, competition)).length).toBe(2);
    await scoring.writeAll(late, competition);
    await scoring.sign(late, competition);
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
  });

  it('fills queues once, however often the job runs', async () => {
    const competition = await scoring.competition(4);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const ids = async () =>
      (await scoring.queue(competition.people[0]!, competition)).map(({ assignmentId }) => assignmentId);
    const before = await ids();
    await scoring.app.uow.run(await scoring.app.ctx(), async (tx) => {
      tx.deliver('evaluation.fill-queues', competition.id);
      tx.deliver('evaluation.fill-queues', competition.id);
    });
    await scoring.app.drain();
    expect(await ids()).toEqual(before);
    expect(await scoring.lettersTo(competition.people[0]!, 'evaluation.queue-filled')).toBe(1);
  });

  it('lets everybody start with the proposals in another order', async () => {
    const competition = await scoring.competition(8);
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    const orders = await Promise.all(
      competition.people.map(async (one) =>
        (await scoring.queue(one, competition)).map(({ registerCode }) => registerCode).join(),
      ),
    );
    expect(new Set(orders).size).toBe(3);
  });

  it('computes the rating exactly once when all sign at the same moment', async () => {
    const competition = await scoring.competition(2, { members: 6 });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    for (const person of competition.people) await scoring.writeAll(person, competition);
    await Promise.all(competition.people.map((person) => scoring.sign(person, competition)));
    await scoring.app.drain();
    await scoring.app.uow.run(await scoring.app.ctx(), async (tx) =>
      tx.deliver('evaluation.compute-rating', competition.id),
    );
    await scoring.app.drain();
    const facts = await scoring.world.rows<{ name: string; count: number }>(
      `select name, count(*)::int as count from facts.fact where scope_id = $1
        and name in ('evaluation.rating-computed', 'competitions.rated', 'evaluation.sheet-signed') group by name order by name`,
      [competition.id],
    );
    expect(facts).toEqual([
      { name: 'competitions.rated', count: 1 },
      { name: 'evaluation.rating-computed', count: 1 },
      { name: 'evaluation.sheet-signed', count: 12 },
    ]);
    const asked = await scoring.world.rows('select 1 from facts.delivery where task = $1 and subject_id = $2', [
      'evaluation.compute-rating',
      competition.id,
    ]);
    expect(asked).toHaveLength(2);
  });
});

describe('k of n experts', () => {
  it('does not start while experts without conflict are too few', async () => {
    const competition = await scoring.competition(2, { experts: 3, k: 2 });
    const [first] = competition.applications as [string];
    for (const person of competition.people.slice(0, 2))
      await scoring.declare(person, competition, { [first]: 'real' });
    expect(await failure(scoring.start(competition))).toBe('evaluation.experts-too-few');
    const page = await (await scoring.browse(competition.officer)).get(evaluationPaths.progress(competition.id));
    expect(page.html).toContain('пропозицій – 1, експертів без конфлікту – 0, не вистачає місць – 2');
  });
});

describe('the commission', () => {
  const order = { actNumber: '17-к', actOn: '2020-10-01' };
  const person = (email: string) => ({ email, familyName: 'Гончар', givenName: 'Ольга', patronymic: null });

  it('is appointed by an order; one chair only, one seat for a person (rule 36)', async () => {
    const { id: organiserId } = await scoring.world.organiser();
    const rules = { key: '1049-2020', slots: { commissionMinMembers: { key: 'commissionMinMembers', value: 3 } } };
    const draft = { state: 'draft', code: null, published_at: null, rule_set: JSON.stringify(rules) };
    const { id } = await scoring.world.competition(organiserId, draft);
    const officer = await scoring.world.person([inScope('officer', 'organiser', organiserId)]);
    const appoint = async (email: string, role: 'commission-chair' | 'commission-member') =>
      failure(
        scoring.app.get(AppointCommissionMember).execute(await scoring.app.ctx(officer), id, {
          ...{ ...person(email), ...order, role, position: 'голова ради', isCsoRepresentative: true },
        }),
      );
    expect((await appoint('goncharova@people.example', 'commission-chair')) as string).toBe('done');
    expect(await appoint('goncharova@people.example', 'commission-member')).toBe('evaluation.already-member');
    expect(await appoint('second@people.example', 'commission-chair')).toBe('identity.role-taken');
    expect(await scoring.obstaclesOf(id, 'publish')).toEqual(['evaluation.no-secretary', 'evaluation.too-few']);
    const browser = await scoring.browse(officer);
    const page = await browser.get(evaluationPaths.commission(id));
    expect([page.status, page.html.includes('немає секретаря')]).toEqual([200, true]);
  });

  it('of last year is taken over by one order, with roles and positions (rule 36)', async () => {
    const last = await scoring.competition(1);
    const draft = { state: 'draft', code: null, published_at: null, copied_from_id: last.id };
    const { id } = await scoring.world.competition(last.organiserId, draft);
    const browser = await scoring.browse(last.officer);
    const path = evaluationPaths.commission(id);
    const { text } = await browser.get(path);
    for (const { fullName } of last.people) expect(text).toContain(fullName);
    const taken = { takenIds: last.people.slice(1).map(({ personId }) => personId), takenNumber: '18-к' };
    const empty = await browser.post(`${path}/last-year`, { takenNumber: '18-к', takenOn: '01.10.2020' });
    expect([empty.status, empty.text.includes('Позначте хоча б одну особу')]).toEqual([422, true]);
    const made = await browser.post(`${path}/last-year`, { ...taken, takenOn: '01.10.2020' });
    expect([made.status, made.location]).toEqual([303, path]);
    const after = await browser.get(path);
    expect(after.text).toContain(`№ 18-к від 01.10.2020`);
    expect(await scoring.lettersTo(last.people[1]!, 'evaluation.appointed')).toBe(1);
    expect((await browser.post(`${path}/last-year`, { ...taken, takenOn: '01.10.2020' })).status).toBe(422);
  });

  it('belongs to one authority: staff and members of another find nothing', async () => {
    const competition = await scoring.competition(1);
    const other = await scoring.competition(1);
    const officer = await scoring.browse(other.officer);
    const paths = [evaluationPaths.commission, evaluationPaths.progress, evaluationPaths.rating];
    const answers = await Promise.all(paths.map((path) => officer.get(path(competition.id))));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const member = { ...person('stranger@people.example'), ...order, position: 'член', isCsoRepresentative: false };
    const attempt = scoring.app
      .get(AppointCommissionMember)
      .execute(await scoring.app.ctx(other.officer), competition.id, { ...member, role: 'commission-member' });
    expect(await failure(attempt)).toBe('platform.not-found');
    await scoring.declare(other.people[0]!, other);
    const mine = await (await scoring.browse(other.people[0]!)).get(evaluationPaths.scoring);
    const links = [mine.html.includes(other.id), mine.html.includes(competition.id)];
    expect([mine.status, links]).toEqual([200, [true, false]]);
  });

  it('loses a silent member by an order: unsigned sheets end, signed ones stay, the rating goes on', async () => {
    const competition = await scoring.competition(1);
    const [chair, secretary, silent] = competition.people as [Person, Person, Person];
    for (const one of competition.people) await scoring.declare(one, competition);
    await scoring.start(competition);
    for (const one of [chair, secretary]) {
      await scoring.writeAll(one, competition);
      await scoring.sign(one, competition);
    }
    const [left] = await scoring.queue(silent, competition);
    await scoring.write(silent, left!.assignmentId, [0, 0, 0, 0]);
    const [grant] = await scoring.world.rows<{ id: string }>(
      'select id from identity.role_grant where person_id = $1 and scope_id = $2',
      [silent.personId, competition.id],
    );
    await scoring.app
      .get(EndMembership)
      .execute(await scoring.app.ctx(competition.officer, IN_SCORING), competition.id, grant!.id, {
        ...order,
        reason: 'Не брала участі',
      });
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
    const rating = await ratingOf(scoring.app.db, competition.id);
    expect(rating.map(({ pointsSum, sheetsCount, place }) => [pointsSum, sheetsCount, place])).toEqual([[32, 2, 1]]);
    const page = await (await scoring.browse(competition.officer)).get(evaluationPaths.commission(competition.id));
    expect(page.html).toContain('за наказом № 17-к від 01.10.2020: Не брала участі');
  });
});

describe('reminders', () => {
  it('go once per person at each due instant, only to those who are not done', async () => {
    const until = new Date('2020-11-30T16:00:00Z');
    const competition = await scoring.competition(1, { values: { scoring_until: until } });
    const [chair, secretary, undeclared] = competition.people as [Person, Person, Person];
    await scoring.declare(chair, competition);
    await scoring.declare(secretary, competition);
    await scoring.start(competition);
    await scoring.writeAll(chair, competition);
    await scoring.sign(chair, competition);
    // Domain time is that of the database here, years after the last day: the competition is overdue.
    await scoring.app.get(Sweeper).pass();
    await scoring.app.get(Sweeper).pass();
    const letters = [chair, secretary, undeclared].map((one) => scoring.lettersTo(one, 'evaluation.remind'));
    expect(await Promise.all(letters)).toEqual([0, 1, 0]);
    expect(await scoring.lettersTo(undeclared, 'evaluation.declare')).toBe(1);
    expect(await scoring.lettersTo(competition.officer, 'evaluation.overdue')).toBe(1);
    const browser = await scoring.browse(competition.officer);
    const page = await browser.get(evaluationPaths.progress(competition.id));
    expect(page.html).toContain('Строк оцінювання минув');
    const reminded = await browser.post(evaluationPaths.reminders(competition.id), { confirmed: 'yes' });
    expect([reminded.status, await scoring.lettersTo(secretary, 'evaluation.remind')]).toEqual([303, 2]);
    const again = await browser.post(evaluationPaths.reminders(competition.id), { confirmed: 'yes' });
    expect([again.status, await scoring.lettersTo(secretary, 'evaluation.remind')]).toEqual([422, 2]);
  });
});
