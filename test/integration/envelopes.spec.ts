import {
  CheckTyped,
  SaveAbout,
  SetAsideEnvelope,
  SubmitApplication,
  applicationById,
  applicationForReading,
} from '#libs/applications';
import { CompetitionObstacles } from '#libs/competitions';
import { Ports } from '#libs/platform/ports';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf } from '../support/commission.js';
import { AFTERWARDS, ON_A_DAY, PaperScene, envelope } from '../support/envelopes.js';
import { WHOLE, codeOf, setClock, submitNow, wholeDraft, applicant } from '../support/proposals.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  await setClock(world, AFTERWARDS);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const scene = (values?: Record<string, unknown>) => PaperScene.open(app, world, values);
const BY_POSTMARK = { rule_set: JSON.stringify({ key: '1049-2020', slots: { postCountedBy: { value: 'postmark' } } }) };
const NIGHT = new Date('2020-11-05T16:00:01Z');

describe('the register of envelopes', () => {
  it('rule 19: numbers run through envelopes and the portal in one series, and each envelope has a receipt', async () => {
    const paper = await scene();
    const first = await paper.register({ email: 'svitlo@ngo.example' });
    const who = await applicant(world);
    const id = await wholeDraft(app, { id: paper.competitionId, priorityId: paper.priorityId }, who);
    const { registerCode } = await submitNow(app, id, who.actor);
    const second = await paper.register();
    await app.drain();
    const codes = [(await paper.rowOf(first)).registerCode, registerCode, (await paper.rowOf(second)).registerCode];
    expect(codes.map((code) => code.slice(-3))).toEqual(['001', '002', '003']);
    expect((await paper.rowOf(second)).receiptDocumentId).not.toBeNull();
    const letters = await world.rows<{ subject: string; document_ids: string[] }>(
      'select subject, document_ids from notifications.message where to_address = $1',
      ['svitlo@ngo.example'],
    );
    expect(letters).toEqual([
      { subject: expect.stringContaining(codes[0]!), document_ids: [(await paper.rowOf(first)).receiptDocumentId] },
    ]);
  });

  it('refuses the same incoming number twice, a time to come, and a postmark that cannot be', async () => {
    const paper = await scene();
    const { incomingNumber } = envelope();
    await paper.register({ incomingNumber });
    expect(await codeOf(paper.register({ incomingNumber }))).toBe('applications.envelope-registered-already');
    expect(await codeOf(paper.register({ receivedAt: new Date('2020-12-01T10:00:00Z') }))).toBe(
      'applications.envelope-future',
    );
    expect(await codeOf(paper.register({ postmarkOn: '2020-10-20' }))).toBe('applications.envelope-postmark-of-post');
    expect(await codeOf(paper.register({ channel: 'post', postmarkOn: '2020-10-22' }))).toBe(
      'applications.envelope-postmark-later',
    );
  });

  it.each([
    ['to the second of the closing', {}, { receivedAt: new Date('2020-11-05T16:00:00Z') }, 'done'],
    ['a second later', {}, { receivedAt: NIGHT }, 'applications.envelope-late'],
    [
      'posted in time, where arrival counts',
      {},
      { receivedAt: NIGHT, channel: 'post', postmarkOn: '2020-11-02' },
      'applications.envelope-late',
    ],
    [
      'posted on the last day, where the postmark counts',
      BY_POSTMARK,
      { receivedAt: NIGHT, channel: 'post', postmarkOn: '2020-11-05' },
      'done',
    ],
    [
      'by courier, where the postmark counts',
      BY_POSTMARK,
      { receivedAt: NIGHT, channel: 'courier' },
      'applications.envelope-late',
    ],
  ] as const)('rule 16: an envelope %s', async (_case, values, came, outcome) => {
    const paper = await scene(values);
    const id = await paper.register(came);
    await paper.openProposals();
    expect(await codeOf(paper.begin(id))).toBe(outcome);
  });

  it('rule 16: stays sealed until the opening act, its scan too', async () => {
    const paper = await scene();
    const id = await paper.register();
    const page = `/organiser/competitions/${paper.competitionId}/envelopes/${id}`;
    const officer = await browserOf(app, paper.checker);
    expect((await officer.get(`${page}/scan`)).status).toBe(403);
    expect(await codeOf(paper.begin(id))).toBe('applications.envelope-sealed');
    await paper.openProposals();
    expect((await officer.get(`${page}/scan`)).status).toBe(200);
    const neighbour = await browserOf(app, (await scene()).checker);
    expect((await neighbour.get(page)).status).toBe(404);
  });
});

describe('typed by one person, checked by another', () => {
  it('is a proposal like any other after the check, with the instant and number of its envelope', async () => {
    const paper = await scene();
    const applicationId = await paper.accepted();
    const { registerCode, submission, content } = await applicationForReading(app.db, applicationId);
    expect(registerCode).toMatch(/\/001$/);
    expect(submission.submittedAt).toEqual(ON_A_DAY);
    expect(content.title).toBe(WHOLE.about.title);
    const officer = await browserOf(app, paper.typist);
    const list = await officer.get(`/organiser/competitions/${paper.competitionId}/admission`);
    expect(list.text).toContain(WHOLE.about.title);
    const facts = await world.rows<{ name: string }>(
      `select name from facts.fact where scope_id = $1 and name like 'applications.%' order by id`,
      [paper.competitionId],
    );
    expect(facts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['applications.envelope-registered', 'applications.paper-accepted']),
    );
  });

  it('is not checked by who typed it, nor changed while it is checked', async () => {
    const paper = await scene();
    const id = await paper.register();
    await paper.openProposals();
    const applicationId = await paper.begin(id);
    await paper.type(applicationId);
    await paper.handOver(id);
    expect(await codeOf(paper.accept(id, paper.typist))).toBe('applications.second-person');
    const ctx = await app.ctx(paper.typist, AFTERWARDS);
    const change = app.get(SaveAbout).execute(ctx, applicationId, 1, { ...WHOLE.about, priorityId: null });
    expect(await codeOf(change)).toBe('applications.being-checked');
    const seen = { version: await paper.versionOf(id), note: 'Сума інша.' };
    const checker = await app.ctx(paper.checker, AFTERWARDS);
    await app.get(CheckTyped).giveBack(checker, paper.competitionId, id, seen);
    await app.get(SaveAbout).execute(ctx, applicationId, 1, { ...WHOLE.about, priorityId: paper.priorityId });
    await paper.handOver(id);
    await paper.accept(id);
    expect((await applicationById(app.db, applicationId)).state).toBe('submitted');
  });

  it('rule 37: keeps what the paper lacks as flaws, and is taken nevertheless', async () => {
    const paper = await scene();
    const id = await paper.register();
    await paper.openProposals();
    const applicationId = await paper.begin(id);
    await paper.type(applicationId);
    const ctx = await app.ctx(paper.typist, AFTERWARDS);
    await world.rows('delete from applications.indicator where application_id = $1', [applicationId]);
    await app.get(SaveAbout).execute(ctx, applicationId, 1, { ...WHOLE.about, priorityId: null });
    await paper.handOver(id);
    await paper.accept(id);
    const [row] = await world.rows<{ codes: string[] }>(
      `select array(select f->>'code' from jsonb_array_elements(flaws) f) as codes
         from applications.submission where application_id = $1`,
      [applicationId],
    );
    expect(row!.codes).toEqual(['priority', 'no-quantitative', 'no-qualitative']);
  });

  it('is nobody’s draft while it is typed: its organisation neither sees nor submits it', async () => {
    const paper = await scene();
    const id = await paper.register();
    await paper.openProposals();
    const { organisationId, actor } = await applicant(world);
    const [row] = await world.rows<{ edrpou: string }>('select edrpou from identity.organisation where id = $1', [
      organisationId,
    ]);
    const applicationId = await paper.begin(id, row!.edrpou);
    const submission = app.get(SubmitApplication).execute(await app.ctx(actor, AFTERWARDS), applicationId, 1);
    expect(await codeOf(submission)).toBe('platform.not-found');
    const browser = await browserOf(app, actor);
    expect((await browser.get(`/applications/${applicationId}`)).status).not.toBe(200);
    expect((await browser.get('/applications')).text).not.toContain(applicationId);
  });

  it('rule 40: an envelope that waits stands in the way of the scoring; one without a proposal is set aside', async () => {
    const paper = await scene();
    const id = await paper.register();
    await paper.register({ receivedAt: NIGHT });
    await paper.openProposals();
    const inTheWay = async () => {
      const ports = app.get(Ports).all(CompetitionObstacles);
      const found = await Promise.all(
        ports.map((port) => port.obstacles(app.db, paper.competitionId, 'start-scoring')),
      );
      return found.flat();
    };
    expect(await inTheWay()).toContain('applications.envelopes-waiting');
    const ctx = await app.ctx(paper.typist, AFTERWARDS);
    const note = 'Рекламний буклет.';
    await app.get(SetAsideEnvelope).execute(ctx, paper.competitionId, id, { version: 1, note });
    expect(await inTheWay()).not.toContain('applications.envelopes-waiting');
  });
});
