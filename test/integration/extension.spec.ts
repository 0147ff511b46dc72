import { AdvanceCompetition, competitionById } from '#libs/competitions';
import { kyivInstant } from '#libs/platform/clock';
import { Sweeper } from '#libs/platform/jobs';
import { ActScenes } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import { A_DAY, codeOf, submitNow, wholeDraft } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
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
  await world?.close();
  await app?.close();
});

describe('rule 17: the reception is extended', () => {
  it('for all, only to a later time, also after the door has closed', async () => {
    const of = await acts.open();
    const closed = kyivInstant('2020-11-06', '10:00');
    await app.get(Sweeper).pass();
    const later = { closesAt: kyivInstant('2020-11-09', '18:00') };
    expect(await codeOf(acts.prepare(of, 'extend', { closesAt: A_DAY }, closed))).toBe(
      'competitions.act-closes-earlier',
    );
    await acts.act(of, 'extend', later, closed);
    const draft = await wholeDraft(app, of.competition, of.who);
    await submitNow(app, draft, of.who.actor, later.closesAt);
    expect((await competitionById(app.db, of.id)).receptionClosedAt).toBeNull();
    const shown = await new Visitor(app).get(`/competitions/${of.code}`);
    expect(shown.text).toContain('Прийом пропозицій продовжено');
    expect(shown.text).toContain('Кінець прийому пропозицій: було 5 листопада 2020');
  });

  it('no more once the proposals are open to read; nor is there a form for it', async () => {
    const of = await acts.open();
    const closed = kyivInstant('2020-11-06', '10:00');
    const later = { closesAt: kyivInstant('2020-11-09', '18:00') };
    const prepared = await acts.prepare(of, 'extend', later, closed);
    const ctx = await app.ctx(of.officer, closed);
    await app.get(AdvanceCompetition).execute(ctx, of.id, 'open-proposals');
    expect(await codeOf(acts.confirm(of, prepared, closed))).toBe('competitions.not-now');
    const officer = await acts.signedIn(of.officer);
    expect((await officer.get(`/organiser/competitions/${of.id}/acts/new/extend`)).status).toBe(409);
  });
});
