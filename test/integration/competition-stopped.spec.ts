import { applicationById, SaveAbout, StartApplication, SubmitApplication } from '#libs/applications';
import { competitionById } from '#libs/competitions';
import { kyivInstant } from '#libs/platform/clock';
import { verifyChains } from '#libs/platform/facts';
import { Sweeper } from '#libs/platform/jobs';
import { ActScenes, type ActScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, UAH } from '../support/award-scene.js';
import { A_DAY, applicant, codeOf, submitNow, versionOf, WHOLE, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let acts: ActScenes;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  acts = new ActScenes(app, world);
});
afterAll(async () => {
  expect((await verifyChains(app.db)).broken).toEqual([]);
  await world.close();
  await app.close();
});

describe('cancelled', () => {
  it('tells everybody once, loses nothing, moves nothing', async () => {
    const of = await acts.open();
    const sent = await wholeDraft(app, of.competition, of.who);
    await submitNow(app, sent, of.who.actor);
    const drafting = await applicant(world);
    const draft = await wholeDraft(app, of.competition, drafting);
    await acts.act(of, 'cancel');
    const told = await acts.letters('competitions.act-cancel');
    const expected = [of.who.actor, drafting.actor, of.chair, of.expert].map(({ email }) => email);
    expect(expected.filter((email) => told.filter((one) => one === email).length !== 1)).toEqual([]);
    const code = 'applications.competition-cancelled';
    expect(await codeOf(submitNow(app, draft, drafting.actor))).toBe(code);
    const ctx = await app.ctx(drafting.actor, A_DAY);
    expect(await codeOf(app.get(SaveAbout).execute(ctx, draft, 1, { ...WHOLE.about, priorityId: null }))).toBe(code);
    const late = await applicant(world);
    const start = app.get(StartApplication).execute(await app.ctx(late.actor, A_DAY), of.id, late.organisationId);
    expect(await codeOf(start)).toBe(code);
    expect(await codeOf(acts.prepare(of, 'resume'))).toBe('competitions.not-now');
    expect((await applicationById(app.db, draft)).title).toBe(WHOLE.about.title);
    await app.get(Sweeper).pass();
    expect(await acts.facts(of, 'competitions.reception-closed')).toEqual([]);
  });

  it('a submission that races with it either came before, and its applicant is told, or is refused in words', async () => {
    for (let round = 0; round < 4; round += 1) {
      const of = await acts.open();
      const draft = await wholeDraft(app, of.competition, of.who);
      const version = await versionOf(app, draft);
      const actId = await acts.prepare(of, 'cancel');
      const [submission, confirmation] = await Promise.all([
        codeOf(app.get(SubmitApplication).execute(await app.ctx(of.who.actor, A_DAY), draft, version)),
        codeOf(acts.confirm(of, actId)),
      ]);
      expect(confirmation).toBe('done');
      const { state } = await applicationById(app.db, draft);
      expect([submission, state]).toEqual(
        submission === 'done' ? ['done', 'submitted'] : ['applications.competition-cancelled', 'draft'],
      );
      expect((await acts.letters('competitions.act-cancel')).filter((to) => to === of.who.actor.email)).toHaveLength(1);
      const order = await world.rows<{ name: string }>(
        'select name from facts.fact where scope_id = $1 and seq is not null order by seq desc limit 1',
        [of.id],
      );
      expect(order).toEqual([{ name: 'competitions.cancelled' }]);
    }
  });

  it('in the scoring keeps proposals and sheets readable and the sheets closed', async () => {
    const of = await acts.open({ state: 'scoring' });
    const { id: organisationId } = await world.organisation();
    const applicationId = await world.application(of.id, organisationId, { state: 'admitted' });
    const officer = await acts.signedIn(of.officer);
    const proposals = `/organiser/competitions/${of.id}/proposals`;
    const before = await officer.get(proposals);
    await acts.act(of, 'cancel');
    const after = await officer.get(proposals);
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(after.text).toContain((await applicationById(app.db, applicationId)).registerCode!);
    expect((await officer.get(`/organiser/competitions/${of.id}`)).text).toContain('Скасовано');
  });
});

describe('suspended and resumed', () => {
  const at = (day: string, time: string) => kyivInstant(day, time);

  it('stops the reception and gives the lost time back', async () => {
    const of = await acts.open();
    const draft = await wholeDraft(app, of.competition, of.who);
    const before = await competitionById(app.db, of.id);
    await acts.act(of, 'suspend', {}, at('2020-10-20', '12:00'));
    const suspended = submitNow(app, draft, of.who.actor, at('2020-10-21', '12:00'));
    expect(await codeOf(suspended)).toBe('applications.competition-suspended');
    const early = { actOn: '2020-10-20', closesAt: at('2020-11-06', '18:00') };
    expect(await codeOf(acts.prepare(of, 'resume', early, at('2020-10-23', '13:00')))).toBe(
      'competitions.act-closes-too-early',
    );
    await acts.act(of, 'resume', { actOn: '2020-10-20' }, at('2020-10-23', '13:00'));
    const resumed = await competitionById(app.db, of.id);
    expect([resumed.state, resumed.stoppedFrom, resumed.stoppedAt]).toEqual(['announced', null, null]);
    expect(resumed.closesAt).toEqual(at('2020-11-09', '18:00'));
    expect(before.closesAt).toEqual(at('2020-11-05', '18:00'));
    await submitNow(app, draft, of.who.actor, at('2020-11-09', '17:59'));
    expect((await acts.facts(of, 'competitions.resumed'))[0]!.particulars).toMatchObject({
      before: { closesAt: before.closesAt!.toISOString() },
      after: { closesAt: resumed.closesAt!.toISOString() },
    });
  });

  it('lets no session of its commission go on', async () => {
    const scenes = new AwardScenes(app, world);
    const of = await scenes.rated([{ points: 36, uah: 60_000 }]);
    const sessionId = await scenes.planned(of);
    const scene = { ...of, competition: { id: of.id, priorityId: '' } } as unknown as ActScene;
    const now = new Date();
    await acts.act(scene, 'suspend', {}, now);
    expect(await codeOf(scenes.voted(of, sessionId))).toBe('competitions.is-suspended');
    expect((await (await scenes.signedIn(of.chair)).get('/desk')).text).not.toContain('Розподіл коштів');
    await acts.act(scene, 'resume', {}, now);
    expect(await codeOf(scenes.voted(of, sessionId))).toBe('done');
  });
});

describe('the pot is changed', () => {
  it('rule 48: before the order an adopted allocation is set aside and adopted anew by new minutes', async () => {
    const scenes = new AwardScenes(app, world);
    const of = await scenes.rated([
      { points: 36, uah: 60_000 },
      { points: 32, uah: 40_000 },
      { points: 30, uah: 30_000 },
    ]);
    const scene = of as unknown as ActScene;
    const change = { potKop: 60_000 * UAH };
    const sessionId = await scenes.planned(of);
    expect(await codeOf(acts.prepare(scene, 'change-pot', change, new Date()))).toBe('awards.pot-in-session');
    await scenes.voted(of, sessionId);
    await scenes.sign(of, sessionId);
    await acts.act(scene, 'change-pot', change, new Date());
    expect(await codeOf(scenes.order(of))).toBe('awards.lines-missing');
    expect(await acts.facts(of, 'awards.allocation-set-aside')).toHaveLength(1);
    await scenes.adopted(of);
    const lines = await world.rows<{ uah: number }>(
      'select (amount_kop / 100)::int as uah from awards.allocation_line where competition_id = $1 order by place',
      [of.id],
    );
    expect(lines.map(({ uah }) => uah)).toEqual([60_000, 0, 0]);
    await scenes.order(of);
    expect(await codeOf(acts.prepare(scene, 'change-pot', { potKop: 70_000 * UAH }, new Date()))).toBe(
      'competitions.act-after-order',
    );
  });
});
