import { phrase } from '#libs/platform/phrases';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { receptionScene, setClock, wholeDraft } from '../support/proposals.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

describe('one proposal more than the competition takes', () => {
  it('rule 11: cannot be sent, and its page says why before the button is pressed', async () => {
    const { competition, who } = await receptionScene(world);
    await setClock(world, new Date('2020-10-20T09:00:00Z'));
    const path = `/applications/${await wholeDraft(app, competition, who)}/submission`;
    const { organisationId: scopeId } = who;
    const visitor = await new Accounts(app, world).signedIn('one-too-many@people.example', [
      { role: 'applicant', scopeKind: 'organisation', scopeId },
    ]);
    const why = phrase('uk', 'applications:eligibility.count.unmet', { count: 1 });
    expect((await visitor.get(path)).text).not.toContain(why);
    await world.application(competition.id, scopeId);
    expect((await visitor.get(path)).text).toContain(why);
    const refused = await visitor.post(path, { version: '6' });
    expect([refused.status, refused.text.includes(why)]).toEqual([422, true]);
  });
});
