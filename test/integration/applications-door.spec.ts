import { applicationById } from '#libs/applications';
import { AdvanceCompetition } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { RemindDrafts } from '../../libs/applications/src/jobs/remind-drafts.sweep.js';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  A_DAY,
  CLOSES_AT,
  WHOLE,
  after,
  applicant,
  codeOf,
  receptionScene,
  setClock,
  several,
  submitNow,
  submittedProposal,
  versionOf,
  wholeDraft,
} from '../support/proposals.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let accounts: Accounts;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const scene = (values?: Record<string, unknown>) => receptionScene(world, values);
const submitted = () => submittedProposal(app, world);
const submit = (id: string, actor: Actor, at?: Date) => submitNow(app, id, actor, at);

describe('the door', () => {
  it('rule 16: the second of the closing is in time, the next one is not, and the draft is kept', async () => {
    const { competition } = await scene();
    const people = await several(4, () => applicant(world));
    const drafts = await Promise.all(people.map((who) => wholeDraft(app, competition, who)));
    const arrivals = [0, 999, 1000, 5000].map((ms) => after(CLOSES_AT, ms));
    const results = await Promise.all(
      drafts.map((id, index) => codeOf(submit(id, people[index]!.actor, arrivals[index]))),
    );
    expect(results).toEqual(['done', 'done', 'applications.closed', 'applications.closed']);
    const late = await applicationById(app.db, drafts[2]!);
    expect([late.state, late.title, late.answers]).toEqual(['draft', WHOLE.about.title, WHOLE.answers]);
  });

  it('opening the proposals and submitting at once: who comes after the opening is refused, and nothing is half done', async () => {
    const { competition, organiser } = await scene();
    const people = await several(6, () => applicant(world));
    const drafts = await Promise.all(people.map((who) => wholeDraft(app, competition, who)));
    const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiser.id }]);
    const opening = app
      .ctx(officer, after(CLOSES_AT, 1000))
      .then((ctx) => app.get(AdvanceCompetition).execute(ctx, competition.id, 'open-proposals'));
    const results = await Promise.all([
      ...drafts.map((id, index) => codeOf(submit(id, people[index]!.actor, CLOSES_AT))),
      opening.then(() => 'opened'),
    ]);
    const accepted = results.filter((result) => result === 'done').length;
    const refused = results.filter((result) => result === 'applications.closed').length;
    expect([accepted + refused, results.at(-1)]).toEqual([6, 'opened']);
    const [count] = await world.rows<{ submitted: number; codes: number }>(
      `select count(*) filter (where state = 'submitted')::int as submitted, count(register_code)::int as codes
         from applications.application where competition_id = $1`,
      [competition.id],
    );
    expect(count).toEqual({ submitted: accepted, codes: accepted });
  });

  it('thirty at once get thirty numbers without a gap', async () => {
    const { competition } = await scene();
    const people = await several(30, () => applicant(world));
    const drafts: string[] = [];
    for (const who of people) drafts.push(await wholeDraft(app, competition, who));
    const receipts = await Promise.all(drafts.map((id, index) => submit(id, people[index]!.actor)));
    const numbers = receipts.map(({ registerCode }) => Number(registerCode.split('/')[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('closes for browsers at the same instant: who got a receipt came in time', async () => {
    const { competition } = await scene();
    const visitors: { visitor: Visitor; id: string }[] = [];
    await setClock(world, A_DAY);
    for (let index = 0; index < 8; index += 1) {
      const who = await applicant(world);
      const email = `door-${index}@people.example`;
      const visitor = await accounts.signedIn(email, [
        { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
      ]);
      const id = await wholeDraft(app, competition, who);
      await visitor.get(`/applications/${id}/submission`);
      visitors.push({ visitor, id });
    }
    await setClock(world, after(CLOSES_AT, 960));
    const answers = await Promise.all(
      visitors.map(async ({ visitor, id }) =>
        visitor.post(`/applications/${id}/submission`, { version: String(await versionOf(app, id)) }),
      ),
    );
    for (const [index, { id }] of visitors.entries()) {
      const { state, submittedAt } = await applicationById(app.db, id);
      const isIn = answers[index]!.status === 303;
      expect([isIn, state]).toEqual([isIn, isIn ? 'submitted' : 'draft']);
      if (isIn) expect(submittedAt!.getTime()).toBeLessThan(CLOSES_AT.getTime() + 1000);
      else expect(answers[index]!.text).toContain('Прийом пропозицій завершено');
    }
    // The clock is set by one process and read by another: half a second more than the last one, not its very edge.
    await setClock(world, after(CLOSES_AT, 1_500));
    const { visitor, id } = visitors[0]!;
    const [late] = [await visitor.get(`/applications/${id}/submission`)];
    expect([late.status, late.location]).toEqual([303, `/applications/${id}`]);
  });
});

describe('three days before the closing', () => {
  it('reminds of drafts, once each, and not of what is submitted', async () => {
    const { who, competition } = await submitted();
    const late = await applicant(world);
    await wholeDraft(app, competition, late);
    const sweep = app.get(RemindDrafts);
    const due = after(CLOSES_AT, -3 * 86_400_000);
    await sweep.sweep(await app.ctx(undefined, after(due, -1000)));
    await sweep.sweep(await app.ctx(undefined, due));
    await sweep.sweep(await app.ctx(undefined, after(due, 3_600_000)));
    const letters = await world.rows(
      `select to_person_id as "personId", count(*)::int as count from notifications.message
        where template = 'applications.reminder' and to_person_id = any($1) group by 1`,
      [[late.actor.personId, who.actor.personId]],
    );
    expect(letters).toEqual([{ personId: late.actor.personId, count: 1 }]);
    expect(await sweep.nextDueAt(app.db, after(due, -1000))).toEqual(due);
  });
});
