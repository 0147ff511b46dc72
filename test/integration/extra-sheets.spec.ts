import { verifyResult } from '#libs/awards';
import { evaluationPaths, ratingOf } from '#libs/evaluation';
import { RemindScorersSweep } from '../../libs/evaluation/src/jobs/remind-scorers.sweep.js';
import { EvaluationDesk } from '../../libs/evaluation/src/queries/evaluation-desk.js';
import { AwardScenes } from '../support/award-scene.js';
import {
  failure,
  inScope,
  IN_SCORING,
  KEYS,
  ScoringWorld,
  type Person,
  type Scored,
} from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { Visitor } from '../support/visitor.js';

const RULES = { extraSheet: true, wideSpreadPoints: 8, nearLinePoints: 1, secondLookDays: 5, commissionMinMembers: 3 };
const AFTER_THE_LAST_DAY = new Date('2020-11-29T08:00:00Z');

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

/** Two experts for each proposal; the passing score is 10 of 20. `points` of every criterion, by proposal. */
async function scored(points: number[][], { experts = 4, rules = {} } = {}): Promise<Scored> {
  const values = { rule_set: rulesWith({ ...RULES, ...rules }), passing_hundredths: 10_00 };
  const competition = await scoring.competition(points.length, { experts, k: 2, values });
  for (const person of competition.people) await scoring.declare(person, competition);
  await scoring.start(competition);
  await scoring.approve(competition);
  const given = new Map<string, number>();
  for (const person of competition.people) {
    for (const { assignmentId } of await scoring.queue(person, competition)) {
      const at = competition.applications.indexOf(await proposalOf(assignmentId));
      const nth = given.get(String(at)) ?? 0;
      given.set(String(at), nth + 1);
      await scoring.write(
        person,
        assignmentId,
        KEYS.map(() => points[at]![nth]!),
      );
    }
    if ((await scoring.queue(person, competition)).length > 0) await scoring.sign(person, competition);
  }
  await scoring.app.drain();
  return competition;
}

async function proposalOf(assignmentId: string): Promise<string> {
  const [row] = await scoring.world.rows<{ application_id: string }>(
    'select application_id from evaluation.assignment where id = $1',
    [assignmentId],
  );
  return row!.application_id;
}

const looks = ({ id }: Scored) =>
  scoring.world.rows<{ application_id: string; cause: string }>(
    'select application_id, cause from evaluation.second_look where competition_id = $1',
    [id],
  );

/** Who got the extra sheets, and of which proposals. */
const extras = ({ id }: Scored) =>
  scoring.world.rows<{ id: string; application_id: string; person_id: string }>(
    'select id, application_id, person_id from evaluation.assignment where competition_id = $1 and is_extra and ended_at is null order by application_id',
    [id],
  );

/** The extra sheets were given so late that their days go on after those of the scoring. */
const ownDays = ({ id }: Scored) =>
  scoring.world.rows('update evaluation.assignment set write_until = $2 where competition_id = $1 and is_extra', [
    id,
    new Date('2020-12-02T21:59:59Z'),
  ]);

const personOf = ({ people }: Scored, id: string): Person => people.find(({ personId }) => personId === id)!;

describe('the sheet of one more expert', () => {
  it('rule 44: is asked for where sheets differ, or the mean is near the line, and counts as every other one', async () => {
    const competition = await scored([
      [1, 4],
      [2, 3],
      [4, 4],
    ]);
    const [wide, near, calm] = competition.applications;
    expect(await scoring.stateOf(competition)).toBe('scoring');
    const found = new Map((await looks(competition)).map((one) => [one.application_id, one.cause]));
    expect([found.get(wide!), found.get(near!), found.has(calm!)]).toEqual(['wide', 'near', false]);
    const added = await extras(competition);
    expect(new Set(added.map((one) => one.application_id))).toEqual(new Set([wide, near]));
    for (const { id, application_id, person_id } of added) {
      const person = personOf(competition, person_id);
      expect(await scoring.lettersTo(person, 'evaluation.extra-sheet')).toBe(1);
      await scoring.write(person, id, [2, 2, 2, application_id === wide ? 1 : 2]);
    }
    for (const person_id of new Set(added.map((one) => one.person_id)))
      await scoring.sign(personOf(competition, person_id), competition);
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
    const rating = await ratingOf(scoring.app.db, competition.id);
    expect(rating.map((one) => [one.applicationId, one.pointsSum, one.sheetsCount, one.isPassed])).toEqual([
      [calm, 32, 2, true],
      [near, 28, 3, false],
      [wide, 27, 3, false],
    ]);
    expect((await looks(competition)).length).toBe(2);
  });

  it('rule 32: never goes to somebody with a conflict, and to nobody twice', async () => {
    const competition = await scoring.competition(1, {
      ...{ experts: 4, k: 2 },
      values: { rule_set: rulesWith(RULES), passing_hundredths: 10_00 },
    });
    const [application] = competition.applications as [string];
    const [barred, ...others] = competition.people as [Person, ...Person[]];
    await scoring.declare(barred, competition, { [application]: 'potential' });
    for (const person of others) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    for (const person of others) {
      await scoring.writeAll(person, competition, [2, 2, 3, 3]);
      if ((await scoring.queue(person, competition)).length > 0) await scoring.sign(person, competition);
    }
    await scoring.app.drain();
    const [extra] = await extras(competition);
    const had = await scoring.world.rows<{ person_id: string }>(
      'select person_id from evaluation.assignment where competition_id = $1 and not is_extra',
      [competition.id],
    );
    expect(extra!.person_id).not.toBe(barred.personId);
    expect(had.map((one) => one.person_id)).not.toContain(extra!.person_id);
  });

  it('rule 40: may be written in its own days after the last day of the scoring, the others not', async () => {
    const competition = await scored([
      [2, 3],
      [4, 4],
    ]);
    await ownDays(competition);
    const [extra] = await extras(competition);
    const person = personOf(competition, extra!.person_id);
    await scoring.write(person, extra!.id, [2, 2, 2, 2], { at: AFTER_THE_LAST_DAY });
    const tooLate = new Date('2020-12-03T08:00:00Z');
    expect(await failure(scoring.write(person, extra!.id, [5, 5, 5, 5], { version: 1, at: tooLate }))).toBe(
      'evaluation.scoring-over',
    );
    await scoring.sign(person, competition, tooLate);
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('rated');
  });

  it('rule 40: its expert is reminded by its own days, and nobody is called late before they are over', async () => {
    const competition = await scored([
      [2, 3],
      [4, 4],
    ]);
    await ownDays(competition);
    const [extra] = await extras(competition);
    const person = personOf(competition, extra!.person_id);
    const remindAt = async (at: Date) =>
      scoring.app.get(RemindScorersSweep).sweep(await scoring.app.ctx(undefined, at));
    const late = async (at: Date) => {
      const items = await scoring.app
        .get(EvaluationDesk)
        .items(await scoring.app.ctx(competition.officer, at), scoring.app.db);
      return items.some(({ href }) => href === evaluationPaths.progress(competition.id));
    };
    await remindAt(AFTER_THE_LAST_DAY);
    expect(await scoring.lettersTo(person, 'evaluation.remind')).toBe(0);
    expect(await scoring.lettersTo(competition.officer, 'evaluation.overdue')).toBe(0);
    expect(await late(AFTER_THE_LAST_DAY)).toBe(false);
    const desk = await scoring.app
      .get(EvaluationDesk)
      .items(await scoring.app.ctx(person, AFTER_THE_LAST_DAY), scoring.app.db);
    expect(desk.map(({ dueAt }) => dueAt)).toContainEqual(new Date('2020-12-02T21:59:59Z'));
    const over = new Date('2020-12-03T08:00:00Z');
    await remindAt(new Date('2020-12-02T08:00:00Z'));
    expect(await scoring.lettersTo(person, 'evaluation.remind')).toBe(1);
    await remindAt(over);
    expect(await scoring.lettersTo(competition.officer, 'evaluation.overdue')).toBe(1);
    expect(await late(over)).toBe(true);
  });

  it('is asked for once: the sheet of one more expert brings no further ones', async () => {
    const competition = await scored([[2, 3]], { experts: 5 });
    const [extra] = await extras(competition);
    const person = personOf(competition, extra!.person_id);
    await scoring.write(person, extra!.id, [5, 5, 5, 5]);
    await scoring.sign(person, competition, IN_SCORING);
    await scoring.app.drain();
    expect([await scoring.stateOf(competition), (await extras(competition)).length]).toEqual(['rated', 1]);
  });

  it('is unknown to conditions that do not name it', async () => {
    const competition = await scored([[1, 4]], { rules: { extraSheet: false } });
    expect([await scoring.stateOf(competition), await looks(competition)]).toEqual(['rated', []]);
  });

  it('is a line of the result file, which is accepted whole', async () => {
    const competition = await scored([
      [2, 3],
      [4, 4],
    ]);
    const [extra] = await extras(competition);
    await scoring.write(personOf(competition, extra!.person_id), extra!.id, [3, 3, 3, 3]);
    await scoring.sign(personOf(competition, extra!.person_id), competition);
    await scoring.app.drain();
    const { app, world } = scoring;
    const director = await world.person([inScope('director', 'organiser', competition.organiserId)]);
    const [chair, secretary, ...members] = competition.commission as [Person, Person, ...Person[]];
    const [row] = await world.rows<{ code: string }>('select code from competitions.competition where id = $1', [
      competition.id,
    ]);
    const scene = { ...competition, code: row!.code, director, chair, secretary, members, proposals: [] };
    const scenes = new AwardScenes(app, world);
    await scenes.adopted(scene);
    await scenes.order(scene);
    await app.drain();
    const { html } = await new Visitor(app).get(`/open-data/results/files/${row!.code}`);
    expect(html.match(/"cause":"near".*"type":"extra"/g)?.length).toBe(1);
    expect(verifyResult(html).parts).toEqual(['closing', 'scoring', 'decision']);
  }, 120_000);

  it('says on the page of the distribution why it was given', async () => {
    const competition = await scored([[2, 3]]);
    const visitor = await scoring.browse(competition.chair);
    const { text } = await visitor.get(evaluationPaths.distribution(competition.id));
    expect(text).toContain('Додатковий аркуш: середня оцінка лежить біля прохідного бала.');
    const [extra] = await extras(competition);
    const expert = await scoring.browse(personOf(competition, extra!.person_id));
    expect((await expert.get(evaluationPaths.queue(competition.id))).text).not.toContain('прохідного бала');
  });
});
