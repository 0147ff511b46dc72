import { evaluationPaths, PlanAnnulment } from '#libs/evaluation';
import { CancelSession, CastBallots, CloseSession, OpenSession, SignMinutes } from '#libs/sessions';
import { failure, IN_SCORING, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';

let scoring: ScoringWorld;
beforeAll(async () => void (scoring = await ScoringWorld.open()));
afterAll(() => scoring.close());

const SESSION_AT = new Date('2020-11-23T08:00:00Z');
const AFTER = new Date('2020-11-23T10:00:00Z');
const GROUND = 'Лист підписано помилково за іншу пропозицію';
const as = (person: Person, at = IN_SCORING) => scoring.app.ctx(person, at);

/** In scoring; chair and member have signed, the secretary has not. */
async function begun(proposals = 1) {
  const scored = await scoring.competition(proposals, { values: { rule_set: rulesWith({ commissionMinMembers: 3 }) } });
  const [chair, secretary, member] = scored.people as [Person, Person, Person];
  for (const person of scored.people) await scoring.declare(person, scored);
  await scoring.start(scored);
  for (const person of [chair, member]) {
    await scoring.writeAll(person, scored);
    await scoring.sign(person, scored);
  }
  return { scored, chair, secretary, member };
}

const sheetOf = async ({ id }: Scored, { personId }: Person): Promise<string> => {
  const rows = await scoring.world.rows<{ id: string }>(
    `select id from evaluation.score_sheet where competition_id = $1 and person_id = $2 order by signed_at limit 1`,
    [id, personId],
  );
  return rows[0]!.id;
};

const put = async (by: Person, scored: Scored, sheetId: string, writeUntilOn: string | null = null) =>
  scoring.app.get(PlanAnnulment).execute(await as(by), scored.id, {
    ...{ sheetId, ground: GROUND, plannedAt: SESSION_AT, place: 'Зала 2', writeUntilOn },
  });

/** All three sit, vote alike, and the minutes are signed by chair and secretary. */
async function sit(scored: Scored, sessionId: string, vote: 'for' | 'against'): Promise<void> {
  const [chair, secretary] = scored.people as [Person, Person];
  const ids = scored.people.map(({ personId }) => personId);
  await scoring.app.get(OpenSession).execute(await as(secretary, SESSION_AT), sessionId, ids);
  const [item] = await scoring.world.rows<{ id: string }>('select id from sessions.item where session_id = $1', [
    sessionId,
  ]);
  for (const person of scored.people)
    await scoring.app
      .get(CastBallots)
      .execute(await as(person, SESSION_AT), sessionId, [{ itemId: item!.id, vote, reason: '' }]);
  await scoring.app.get(CloseSession).execute(await as(secretary, SESSION_AT), sessionId);
  for (const person of [chair, secretary])
    await scoring.app.get(SignMinutes).execute(await as(person, AFTER), sessionId);
  await scoring.app.drain();
}

const stateOf = async (sheetId: string): Promise<string> =>
  (await scoring.world.rows<{ state: string }>('select state from evaluation.score_sheet where id = $1', [sheetId]))[0]!
    .state;
const rating = ({ id }: Scored) =>
  scoring.world.rows('select points_sum, sheets_count from evaluation.rating_row where competition_id = $1', [id]);

describe('the annulment of a signed sheet', () => {
  it('rule 42: happens in signed minutes only; the sheet stays, a new one is written, the rating waits', async () => {
    const { scored, secretary, member } = await begun();
    const sheetId = await sheetOf(scored, member);
    expect(await failure(put(member, scored, sheetId))).toBe('evaluation.distributors-only');
    const sessionId = await put(secretary, scored, sheetId);
    expect(await failure(put(secretary, scored, sheetId))).toBe('evaluation.annul-planned-already');
    await scoring.writeAll(secretary, scored);
    await scoring.sign(secretary, scored);
    await scoring.app.drain();
    expect([await scoring.stateOf(scored), await stateOf(sheetId)]).toEqual(['scoring', 'signed']);
    expect(await scoring.obstaclesOf(scored.id, 'rate')).toEqual(['evaluation.annulment-open']);
    await sit(scored, sessionId, 'for');
    expect([await scoring.stateOf(scored), await stateOf(sheetId)]).toEqual(['scoring', 'annulled']);
    expect(await scoring.lettersTo(member, 'evaluation.sheet-annulled-again')).toBe(1);
    const page = await (await scoring.browse(scored.officer)).get(evaluationPaths.annulments(scored.id));
    for (const text of [GROUND, 'Анульовано', member.fullName]) expect(page.text).toContain(text);
    const [again] = await scoring.queue(member, scored);
    await scoring.write(member, again!.assignmentId, [1, 1, 1, 1]);
    await scoring.sign(member, scored);
    await scoring.app.drain();
    expect(await rating(scored)).toEqual([{ points_sum: String(16 + 16 + 4), sheets_count: 3 }]);
    expect(await stateOf(sheetId)).toBe('annulled');
    const sealed = await scoring.world.rows('select 1 from evaluation.v_sealed_sheet where competition_id = $1', [
      scored.id,
    ]);
    expect(sealed).toHaveLength(3);
  });

  it('rule 44: leaves the divisor when nobody writes another', async () => {
    const { scored, secretary, member } = await begun();
    const sheetId = await sheetOf(scored, member);
    await scoring.writeAll(secretary, scored);
    const sessionId = await put(secretary, scored, sheetId);
    await scoring.sign(secretary, scored);
    await scoring.world.rows('update identity.role_grant set ended_on = $2 where person_id = $1', [
      ...[member.personId, '2020-11-22'],
    ]);
    const people = scored.people.slice(0, 2);
    await sit({ ...scored, people }, sessionId, 'for');
    expect(await scoring.lettersTo(member, 'evaluation.sheet-annulled')).toBe(1);
    expect(await rating(scored)).toEqual([{ points_sum: '32', sheets_count: 2 }]);
  });

  it('rule 42: voted down the sheet stands, and the rating goes on', async () => {
    const { scored, secretary, member } = await begun();
    const sheetId = await sheetOf(scored, member);
    const sessionId = await put(scored.officer, scored, sheetId);
    await scoring.writeAll(secretary, scored);
    await scoring.sign(secretary, scored);
    await sit(scored, sessionId, 'against');
    expect(await stateOf(sheetId)).toBe('signed');
    expect(await rating(scored)).toEqual([{ points_sum: '48', sheets_count: 3 }]);
    expect(await failure(put(scored.officer, scored, sheetId))).toBe('evaluation.annul-too-late');
  });

  it('is taken off when its session is called off, and not before', async () => {
    const { scored, secretary, member } = await begun();
    const sessionId = await put(scored.officer, scored, await sheetOf(scored, member));
    await scoring.writeAll(secretary, scored);
    await scoring.sign(secretary, scored);
    const [open] = await scoring.world.rows<{ id: string }>(
      'select id from evaluation.sheet_annulment where competition_id = $1',
      [scored.id],
    );
    const withdraw = async () => scoring.app.get(PlanAnnulment).withdraw(await as(scored.officer), scored.id, open!.id);
    expect(await failure(withdraw())).toBe('evaluation.annul-in-session');
    await scoring.app.get(CancelSession).execute(await as(scored.officer), sessionId, 'Хвороба голови');
    await withdraw();
    await scoring.app.drain();
    expect(await rating(scored)).toEqual([{ points_sum: '48', sheets_count: 3 }]);
  });

  it('rule 42: is the only change of a signed sheet that the database takes', async () => {
    const { scored, member } = await begun();
    const sheetId = await sheetOf(scored, member);
    for (const change of [`state = 'draft', signed_at = null`, `comment = 'інше'`, `signed_at = now()`])
      await expect(
        scoring.world.rows(`update evaluation.score_sheet set ${change} where id = $1`, [sheetId]),
      ).rejects.toThrow('only annulled');
  });

  it('names the days for a new sheet when the commission sits after the time of the scoring', async () => {
    const { scored, secretary, member } = await begun();
    await scoring.world.rows('update competitions.competition set scoring_until = $2 where id = $1', [
      ...[scored.id, new Date('2020-11-22T16:00:00Z')],
    ]);
    const sheetId = await sheetOf(scored, member);
    expect(await failure(put(secretary, scored, sheetId))).toBe('evaluation.annul-days-needed');
    expect(await failure(put(secretary, scored, sheetId, '2020-11-22'))).toBe('evaluation.annul-days-past');
    const sessionId = await put(secretary, scored, sheetId, '2020-11-25');
    await sit(scored, sessionId, 'for');
    const [again] = await scoring.queue(member, scored);
    await scoring.write(member, again!.assignmentId, [2, 2, 2, 2], { at: new Date('2020-11-25T20:00:00Z') });
    expect(await scoring.sign(member, scored, new Date('2020-11-25T20:00:00Z'))).toBe(1);
  });
});
