import { verifyResult } from '#libs/awards';
import { evaluationPaths, NoteDefence, ratingOf, ReviseSheet } from '#libs/evaluation';
import { receptionClosed } from '#libs/competitions';
import { Sweeper } from '#libs/platform/jobs';
import { verify } from '../../libs/awards/src/public/verify-result.mjs';
import { DefenceScenes, ON_THE_DAY, type DefenceScene } from '../support/defence-scene.js';
import { setClock } from '../support/proposals.js';
import { failure, KEYS, ScoringWorld, type Person } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { Visitor } from '../support/visitor.js';

const rule_set = rulesWith({ secondScore: true, secondScoreDays: 1, commissionMinMembers: 3 });
const LAST_SECOND = new Date('2020-11-21T21:59:59.500Z');
const TOO_LATE = new Date('2020-11-21T22:00:00Z');
const WHY = 'На захисті показали угоду про приміщення.';

let scoring: ScoringWorld;
let scenes: DefenceScenes;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
  scenes = new DefenceScenes(scoring);
});
afterAll(() => scoring.close());

const closed = async ({ id, officer }: DefenceScene): Promise<void> => {
  await scoring.app.uow.run(await scoring.app.ctx(officer), async (tx) =>
    tx.record(receptionClosed, { subjectId: id, scopeId: id }),
  );
  await scoring.app.drain();
};

/** Two proposals, everybody has given four points for everything and signed. */
async function signed(): Promise<DefenceScene> {
  const scene = await scenes.published(2, {}, { rule_set });
  await closed(scene);
  await scenes.scored(scene);
  return scene;
}

async function heard(scene: DefenceScene, nth: number, outcome: 'attended' | 'missed' = 'attended'): Promise<string> {
  const slot = (await scenes.slots(scene))[nth]!;
  await scoring.app.get(NoteDefence).outcome(await scoring.app.ctx(scene.chair, ON_THE_DAY), slot, outcome);
  return slot.applicationId;
}

async function sheetOf(person: Person, scene: DefenceScene, applicationId: string): Promise<string> {
  return (await scoring.queue(person, scene)).find((row) => row.applicationId === applicationId)!.assignmentId;
}

const points = (fit: number, reason: string) =>
  KEYS.map((key) => ({ key, points: key === 'fit' ? fit : 4, comment: key === 'fit' ? reason : '' }));
const revise = async (person: Person, assignmentId: string, at = ON_THE_DAY, fit = 5) =>
  scoring.app.get(ReviseSheet).execute(await scoring.app.ctx(person, at), assignmentId, points(fit, WHY));
const obstacles = ({ id }: DefenceScene) => scoring.obstaclesOf(id, 'rate');

async function sweepAt(at: Date): Promise<void> {
  await setClock(scoring.world, at);
  await scoring.app.get(Sweeper).pass();
  await scoring.app.drain();
}

describe('rule 43: the second score after the defence', () => {
  it('opens for each proposal when it was heard, and holds the rating until its last second', async () => {
    const scene = await signed();
    expect(await obstacles(scene)).toEqual(['evaluation.defence-open', 'evaluation.second-score-open']);
    const [first, second] = scene.applications as [string, string];
    const member = scene.commission[2]!;
    const sheets = [await sheetOf(member, scene, first), await sheetOf(member, scene, second)] as const;
    expect(await failure(revise(member, sheets[0]))).toBe('evaluation.revision-not-heard');
    await heard(scene, 0);
    await heard(scene, 1, 'missed');
    expect(await obstacles(scene)).toEqual(['evaluation.second-score-open']);
    await revise(member, sheets[0]);
    expect(await failure(revise(member, sheets[0], ON_THE_DAY, 3))).toBe('evaluation.revision-once');
    await sweepAt(LAST_SECOND);
    expect(await scoring.stateOf(scene)).toBe('scoring');
    await revise(member, sheets[1], LAST_SECOND, 2);
    expect(await failure(revise(scene.chair, await sheetOf(scene.chair, scene, first), TOO_LATE))).toBe(
      'evaluation.revision-over',
    );
    await sweepAt(TOO_LATE);
    expect(await scoring.stateOf(scene)).toBe('rated');
    const rating = await ratingOf(scoring.app.db, scene.id);
    expect(rating.map(({ applicationId, pointsSum }) => [applicationId, pointsSum])).toEqual([
      [first, 4 * 4 * 3 + 1],
      [second, 4 * 4 * 3 - 2],
    ]);
  });

  it('is not there where the conditions do not name it', async () => {
    const scene = await scenes.published(1, {}, { rule_set: rulesWith({ commissionMinMembers: 3 }) });
    await scenes.scored(scene);
    const id = await heard(scene, 0);
    expect(await failure(revise(scene.chair, await sheetOf(scene.chair, scene, id)))).toBe('evaluation.revision-none');
  });

  it('is written on a page of its own: a change without a reason keeps what was typed', async () => {
    const scene = await signed();
    const id = await heard(scene, 0);
    await setClock(scoring.world, ON_THE_DAY);
    const member = scene.commission[2]!;
    const sheet = await sheetOf(member, scene, id);
    const browser = await scoring.browse(member);
    expect((await browser.get(evaluationPaths.queue(scene.id))).text).toContain('Друга оцінка після захисту: 1 лист');
    expect((await browser.get(evaluationPaths.sheet(sheet))).html).toContain(evaluationPaths.revision(sheet));
    const page = await browser.get(evaluationPaths.revision(sheet));
    expect(page.text).toContain('У першому листі: 4');
    const typed = { ...Object.fromEntries(KEYS.map((key) => [`points[${key}]`, '4'])), 'points[fit]': '5' };
    const refused = await browser.post(evaluationPaths.revision(sheet), typed);
    expect([refused.status, refused.text.includes('Напишіть, чому змінено бал')]).toEqual([422, true]);
    expect(refused.html).toMatch(/name="points\[fit\]"[^>]*value="5"[^>]*checked/);
    const done = await browser.post(evaluationPaths.revision(sheet), { ...typed, 'comments[fit]': WHY });
    expect(done.location).toBe(`${evaluationPaths.sheet(sheet)}#sheet`);
    const shown = await browser.get(evaluationPaths.sheet(sheet));
    expect(shown.text).toContain(`було 4, стало 5. ${WHY}`);
    expect(shown.html).not.toContain(evaluationPaths.revision(sheet));
    expect((await browser.get(evaluationPaths.revision(sheet))).location).toBe(evaluationPaths.sheet(sheet));
  });

  it('rule 42: what one amends nobody else sees before the rating', async () => {
    const scene = await signed();
    const id = await heard(scene, 0);
    await setClock(scoring.world, ON_THE_DAY);
    await revise(scene.commission[2]!, await sheetOf(scene.commission[2]!, scene, id));
    const chairSheet = await sheetOf(scene.chair, scene, id);
    const theirs = await sheetOf(scene.commission[2]!, scene, id);
    const chair = await scoring.browse(scene.chair);
    for (const path of [evaluationPaths.sheet(chairSheet), evaluationPaths.defenceRoom(scene.id)])
      expect((await chair.get(path)).text).not.toContain(WHY);
    for (const path of [evaluationPaths.sheet(theirs), evaluationPaths.revision(theirs)])
      expect((await chair.get(path)).status).toBe(404);
    const officer = await scoring.browse(scene.officer);
    const progress = await officer.get(evaluationPaths.progress(scene.id));
    expect([progress.text.includes('Триває друга оцінка'), progress.text.includes(WHY)]).toEqual([true, false]);
    expect((await officer.get(evaluationPaths.rating(scene.id))).status).toBe(403);
    expect((await new Visitor(scoring.app).get(evaluationPaths.revision(theirs))).status).not.toBe(200);
  });
});

describe('the result file', () => {
  it('rule 43: holds the first sheet and the amended one, and both verifiers follow the amended one', async () => {
    const scene = await signed();
    const member = scene.commission[2]!;
    const id = await heard(scene, 0);
    await heard(scene, 1);
    await revise(member, await sheetOf(member, scene, id));
    await sweepAt(TOO_LATE);
    await scenes.decided(scene);
    const file = (await new Visitor(scoring.app).get(`/open-data/results/files/${scene.code}`)).html;
    expect(verifyResult(file).parts).toEqual(['closing', 'scoring', 'decision']);
    await expect(verify(file)).resolves.toMatchObject({ parts: ['closing', 'scoring', 'decision'] });
    expect(file.match(/"type":"(reseal|revision)"/g)).toEqual(['"type":"reseal"', '"type":"revision"']);
    expect(file).not.toContain(WHY);
    const applicant = await scoring.browse(scene.applicants[scene.applications.indexOf(id)]!);
    const passport = await applicant.get(`/applications/${id}/result/passport`);
    expect(passport.text).toMatch(/5 було 4/);
    expect((await applicant.get(`/applications/${id}/result/feedback`)).text).toContain(WHY);
  });
});
