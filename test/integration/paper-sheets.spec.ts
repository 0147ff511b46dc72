import { CheckPaperSheet, EnterPaperSheet, evaluationPaths } from '#libs/evaluation';
import { MULTIPART, withExtract } from '../support/organisation-forms.js';
import { failure, IN_SCORING, KEYS, ScoringWorld, type Person, type Scored } from '../support/scoring-world.js';

let scoring: ScoringWorld;
beforeAll(async () => void (scoring = await ScoringWorld.open()));
afterAll(() => scoring.close());

const LATE = new Date('2020-11-30T16:00:01Z');
const SCAN = { name: 'аркуш.pdf', content: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n') };
const as = (person: Person, at = IN_SCORING) => scoring.app.ctx(person, at);
const check = () => scoring.app.get(CheckPaperSheet);

interface Entry {
  points?: (number | null)[];
  at?: Date;
  scan?: typeof SCAN;
  application?: number;
}

async function enter(by: Person, scored: Scored, scorer: Person, entry: Entry = {}): Promise<string> {
  const { points = [5, 4, 3, 2], at = IN_SCORING, scan = SCAN, application = 0 } = entry;
  const scores = KEYS.map((key, index) => ({ key, points: points[index] ?? null, comment: 'з паперу' }));
  const input = {
    scorerId: scorer.personId,
    applicationId: scored.applications[application]!,
    comment: '',
    scores,
    scan,
  };
  return scoring.app.get(EnterPaperSheet).execute(await as(by, at), scored.id, input);
}

/** In scoring; nobody has a conflict but who is named. */
async function started(proposals = 1, conflicts = new Map<number, number>()) {
  const scored = await scoring.competition(proposals);
  for (const [index, person] of scored.people.entries()) {
    const on = conflicts.get(index);
    await scoring.declare(person, scored, on === undefined ? {} : { [scored.applications[on]!]: 'real' });
  }
  await scoring.start(scored);
  const [chair, secretary, member] = scored.people as [Person, Person, Person];
  return { scored, chair, secretary, member };
}

const versionOf = async (id: string): Promise<number> =>
  (await scoring.world.rows<{ version: number }>('select version from evaluation.paper_sheet where id = $1', [id]))[0]!
    .version;
const confirm = async (by: Person, { id }: Scored, paperId: string, at = IN_SCORING) =>
  check().confirm(await as(by, at), id, paperId, await versionOf(paperId));

describe('a sheet signed on paper', () => {
  it('is entered by one, checked by another, and then equals a signed sheet', async () => {
    const { scored, chair, secretary, member } = await started();
    for (const person of [chair, secretary]) {
      await scoring.writeAll(person, scored);
      await scoring.sign(person, scored);
    }
    const paperId = await enter(secretary, scored, member);
    expect(await scoring.lettersTo(member, 'evaluation.paper-entered')).toBe(1);
    expect(await failure(confirm(secretary, scored, paperId))).toBe('evaluation.paper-two-people');
    expect(await failure(confirm(member, scored, paperId))).toBe('evaluation.distributors-only');
    expect((await scoring.deskOf(chair, IN_SCORING)).map(({ href }) => href)).toContain(
      evaluationPaths.papers(scored.id),
    );
    await confirm(chair, scored, paperId);
    await scoring.app.drain();
    expect(await scoring.stateOf(scored)).toBe('rated');
    const rows = await scoring.world.rows(
      'select points_sum, sheets_count from evaluation.rating_row where competition_id = $1',
      [scored.id],
    );
    expect(rows).toEqual([{ points_sum: String(16 + 16 + 14), sheets_count: 3 }]);
    const sealed = await scoring.world.rows<{ text: string }>(
      'select text from evaluation.v_sealed_sheet where competition_id = $1 and person_id = $2',
      [scored.id, member.personId],
    );
    expect(sealed.map(({ text }) => text)).toEqual(['{"points":{"fit":5,"results":4,"efficiency":3,"capacity":2}}']);
    const papers = await scoring.world.rows(
      'select entered_by, checked_by from evaluation.v_paper_sheet where person_id = $1',
      [member.personId],
    );
    expect(papers).toEqual([{ entered_by: secretary.personId, checked_by: chair.personId }]);
    const list = await (await scoring.browse(scored.officer)).get(evaluationPaths.papers(scored.id));
    for (const text of ['з паперу', secretary.fullName, chair.fullName]) expect(list.text).toContain(text);
  });

  it('rule 40: only inside the window and the scale, with its scan', async () => {
    const { scored, member } = await started();
    const { officer } = scored;
    expect(await failure(enter(officer, scored, member, { points: [6, 1, 1, 1] }))).toBe('evaluation.points-range');
    expect(await failure(enter(officer, scored, member, { points: [5, 1, 1, null] }))).toBe(
      'evaluation.points-missing',
    );
    expect(await failure(enter(officer, scored, member, { at: LATE }))).toBe('evaluation.scoring-over');
    const text = { name: 'аркуш.pdf', content: Buffer.from('не PDF') };
    expect(await failure(enter(officer, scored, member, { scan: text }))).toMatch(/^documents\./);
    expect(await failure(enter(member, scored, scored.chair))).toBe('evaluation.paper-enterers');
    const paperId = await enter(officer, scored, member);
    const director = await scoring.world.person([
      { role: 'director', scopeKind: 'organiser', scopeId: scored.organiserId },
    ]);
    await confirm(director, scored, paperId, LATE);
    expect(await failure(enter(officer, scored, member))).toBe('evaluation.paper-signed-already');
  });

  it('rule 32: never for a recused pair, and nobody in conflict enters or checks it, also in the database', async () => {
    const { scored, chair, secretary, member } = await started(
      2,
      new Map([
        [1, 0],
        [2, 1],
      ]),
    );
    expect(await failure(enter(scored.officer, scored, member, { application: 1 }))).toBe('evaluation.paper-no-pair');
    expect(await failure(enter(secretary, scored, chair))).toBe('evaluation.paper-conflict');
    const paperId = await enter(scored.officer, scored, member);
    expect(await failure(confirm(secretary, scored, paperId))).toBe('evaluation.paper-conflict');
    await scoring.declare(
      member,
      scored,
      { [scored.applications[0]!]: 'real', [scored.applications[1]!]: 'real' },
      IN_SCORING,
    );
    const director = await scoring.world.person([
      { role: 'director', scopeKind: 'organiser', scopeId: scored.organiserId },
    ]);
    expect(await failure(confirm(director, scored, paperId))).not.toBe('done');
    const sheets = await scoring.world.rows('select 1 from evaluation.score_sheet where competition_id = $1', [
      scored.id,
    ]);
    expect(sheets).toEqual([]);
  });

  it('rule 42: its points are hidden from a member until the own sheet is signed', async () => {
    const { scored, chair, secretary, member } = await started();
    expect(await failure(enter(secretary, scored, member))).toBe('evaluation.paper-sign-own-first');
    const paperId = await enter(scored.officer, scored, member);
    const answer = await (await scoring.browse(chair)).get(evaluationPaths.paper(scored.id, paperId));
    expect([answer.status, answer.text.includes('5 із 5')]).toEqual([409, false]);
    expect(await failure(confirm(chair, scored, paperId))).toBe('evaluation.paper-sign-own-first');
    const stranger = await (await scoring.browse(chair)).get(evaluationPaths.ownPaper(scored.id, paperId));
    expect(stranger.status).toBe(404);
  });

  it('goes back with a reason, or as not theirs by the scorer, and is entered again', async () => {
    const { scored, chair, member } = await started();
    await scoring.writeAll(chair, scored);
    await scoring.sign(chair, scored);
    const paperId = await enter(scored.officer, scored, member);
    await check().giveBack(await as(chair), scored.id, paperId, { version: 1, reason: 'На скані 4, а не 5' });
    expect(await failure(check().confirm(await as(chair), scored.id, paperId, 1))).toBe('evaluation.not-now');
    expect(await scoring.lettersTo(scored.officer, 'evaluation.paper-returned')).toBe(1);
    expect(await enter(scored.officer, scored, member, { points: [4, 4, 3, 2] })).toBe(paperId);
    await check().dispute(await as(member), paperId, { version: 3, reason: 'Я цього не підписувала' });
    expect(await failure(confirm(chair, scored, paperId))).toBe('evaluation.not-now');
    await enter(scored.officer, scored, member, { points: [3, 4, 3, 2] });
    const own = await (await scoring.browse(member)).get(evaluationPaths.ownPaper(scored.id, paperId));
    expect(own.text).toContain('3 із 5');
    expect(await failure(check().confirm(await as(chair), scored.id, paperId, 1))).toBe('evaluation.paper-changed');
    await confirm(chair, scored, paperId);
    expect(await failure(check().dispute(await as(member), paperId, { version: 6, reason: 'Пізно' }))).toBe(
      'evaluation.not-now',
    );
  });

  it('is given through the page with its file, and comes back filled when something is missing', async () => {
    const { scored, chair } = await started();
    await scoring.world.rows(`update competitions.competition set scoring_until = '2099-01-01' where id = $1`, [
      scored.id,
    ]);
    const visitor = await scoring.browse(scored.officer);
    const path = evaluationPaths.paper(scored.id);
    expect((await visitor.get(path)).text).toContain(chair.fullName);
    const points = Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '4']));
    const pair = { scorerId: chair.personId, applicationId: scored.applications[0]!, comment: 'Як на аркуші' };
    const send = async (fields: Record<string, string>, withScan: boolean) =>
      visitor.postRaw(path, MULTIPART, withExtract(fields, withScan ? SCAN.content : null, 'file'));
    const without = await send({ ...pair, ...points }, false);
    expect([without.status, without.html.includes('Як на аркуші')]).toEqual([422, true]);
    const done = await send({ ...pair, ...points }, true);
    expect([done.status, done.location]).toEqual([303, evaluationPaths.papers(scored.id)]);
  });
});
