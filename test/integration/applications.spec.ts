import {
  AttachFile,
  RemoveFile,
  SaveAbout,
  SaveActivities,
  SaveAnswers,
  SaveBudget,
  SaveIndicators,
  StartApplication,
  SubmitApplication,
  WithdrawApplication,
  applicationById,
  applicationForReading,
} from '#libs/applications';
import type { Actor } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { startApp, type TestApp } from '../support/app.js';
import {
  A_DAY,
  CLOSES_AT,
  PDF,
  WHOLE,
  after,
  applicant,
  codeOf,
  receptionScene,
  submitNow,
  submittedProposal,
  versionOf,
  wholeDraft,
} from '../support/proposals.js';
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

const scene = (values?: Record<string, unknown>) => receptionScene(world, values);
const submitted = () => submittedProposal(app, world);
const submit = (id: string, actor: Actor, at?: Date) => submitNow(app, id, actor, at);

describe('starting a proposal', () => {
  it('rule 5: an organisation whose code is wrong may not take part and has no draft', async () => {
    const { competition } = await scene();
    const wrong = await applicant(world, { edrpou: '32855968' });
    const ctx = await app.ctx(wrong.actor, A_DAY);
    const start = app.get(StartApplication).execute(ctx, competition.id, wrong.organisationId);
    expect(await codeOf(start)).toBe('applications.not-eligible');
    expect(
      await world.rows('select id from applications.application where organisation_id = $1', [wrong.organisationId]),
    ).toEqual([]);
  });

  it('rule 11: two windows at once make one draft where one proposal is taken', async () => {
    const { competition, who } = await scene();
    const colleague = await world.person([
      { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
    ]);
    const start = async (actor: Actor) =>
      codeOf(app.get(StartApplication).execute(await app.ctx(actor, A_DAY), competition.id, who.organisationId));
    const starts = await Promise.all([who.actor, colleague].map(start));
    expect(starts.sort()).toEqual(['applications.not-eligible', 'done']);
  });

  it('a second click within a minute leads to the draft of the first, later it is refused (rule 11)', async () => {
    const { competition, who } = await scene();
    const start = async (at: Date) =>
      app.get(StartApplication).execute(await app.ctx(who.actor, at), competition.id, who.organisationId);
    const ids = await Promise.all([1, 2, 3, 4].map(() => start(A_DAY)));
    const drafts = await world.rows<{ id: string }>(
      'select id from applications.application where organisation_id = $1',
      [who.organisationId],
    );
    expect(ids).toEqual(ids.map(() => drafts[0]!.id));
    expect(drafts).toHaveLength(1);
    expect(await start(after(A_DAY, 59_999))).toBe(ids[0]);
    expect(await codeOf(start(after(A_DAY, 60_000)))).toBe('applications.not-eligible');
  });

  it('nobody starts before the opening, after the closing, or for an organisation of others', async () => {
    const { competition, who } = await scene();
    const stranger = await applicant(world);
    const start = async (actor: Actor, at: Date) =>
      codeOf(app.get(StartApplication).execute(await app.ctx(actor, at), competition.id, who.organisationId));
    expect(await start(who.actor, new Date('2020-10-05T05:59:59Z'))).toBe('applications.not-open-yet');
    expect(await start(who.actor, after(CLOSES_AT, 1000))).toBe('applications.closed');
    expect(await start(stranger.actor, A_DAY)).toBe('platform.not-found');
  });
});

describe('writing', () => {
  it('keeps answers also when they are incomplete, and sends back what is too long', async () => {
    const { competition, who } = await scene();
    const ctx = await app.ctx(who.actor, A_DAY);
    const id = await app.get(StartApplication).execute(ctx, competition.id, who.organisationId);
    const save = (version: number, typed: Record<string, string>) =>
      app.get(SaveAnswers).execute(ctx, id, { section: 'need', version, typed });
    await save(0, { partners: 'Бібліотека' });
    expect((await applicationById(app.db, id)).answers).toEqual({ problem: '', partners: 'Бібліотека' });
    expect(await codeOf(save(1, { problem: 'я'.repeat(201) }))).toBe('platform.too-long');
    expect((await applicationById(app.db, id)).answers).toEqual({ problem: '', partners: 'Бібліотека' });
  });

  it('fills the share that was left empty and keeps a half-written line', async () => {
    const { competition, who } = await scene();
    const ctx = await app.ctx(who.actor, A_DAY);
    const id = await app.get(StartApplication).execute(ctx, competition.id, who.organisationId);
    const line = { category: '', title: '', unit: '', quantity: 3, priceKop: 10_000, ownKop: null };
    await app.get(SaveBudget).execute(ctx, id, 0, [
      { ...line, fundedKop: 20_000 },
      { ...line, quantity: 0, fundedKop: null },
    ]);
    const { requestedKop, ownKop, totalKop } = await applicationById(app.db, id);
    expect({ requestedKop, ownKop, totalKop }).toEqual({ requestedKop: 20_000, ownKop: 10_000, totalKop: 30_000 });
  });

  it('a stale page is refused, a page that somebody else wrote meanwhile is not', async () => {
    const { competition, who } = await scene();
    const ctx = await app.ctx(who.actor, A_DAY);
    const id = await app.get(StartApplication).execute(ctx, competition.id, who.organisationId);
    await app.get(SaveActivities).execute(ctx, id, 0, WHOLE.activities);
    await app.get(SaveBudget).execute(ctx, id, 0, WHOLE.lines);
    expect(await codeOf(app.get(SaveActivities).execute(ctx, id, 0, []))).toBe('applications.stale');
    expect(await codeOf(app.get(SaveActivities).execute(ctx, id, 1, []))).toBe('done');
  });

  it('saving what is there already changes nothing', async () => {
    const { id, who } = await submitted();
    const ctx = await app.ctx(who.actor, A_DAY);
    const before = await versionOf(app, id);
    await app.get(SaveIndicators).execute(ctx, id, 1, WHOLE.indicators);
    await app.get(SaveBudget).execute(ctx, id, 1, WHOLE.lines);
    await app.get(SaveAnswers).execute(ctx, id, { section: 'need', version: 1, typed: WHOLE.answers });
    expect(await versionOf(app, id)).toBe(before);
  });

  it('a file that was submitted stays when it is taken out of the form; one that was not is erased', async () => {
    const { competition, who } = await scene();
    const ctx = await app.ctx(who.actor, A_DAY);
    const id = await wholeDraft(app, competition, who);
    const attach = (name: string) => app.get(AttachFile).execute(ctx, id, { purpose: 'letter', name, content: PDF });
    await attach('Лист.pdf');
    await submit(id, who.actor);
    await attach('Зайвий.pdf');
    const rows = await world.rows<{ id: string }>(
      'select id from applications.attachment where application_id = $1 order by id',
      [id],
    );
    for (const row of rows) await app.get(RemoveFile).execute(ctx, id, row.id);
    expect(
      await world.rows(
        `select name from documents.document where owner_id = $1 and name in ('Лист.pdf', 'Зайвий.pdf')`,
        [id],
      ),
    ).toEqual([{ name: 'Лист.pdf' }]);
  });
});

describe('submitting', () => {
  it('a draft that lacks something stays a draft', async () => {
    const { competition, who } = await scene();
    const id = await app
      .get(StartApplication)
      .execute(await app.ctx(who.actor, A_DAY), competition.id, who.organisationId);
    expect(await codeOf(submit(id, who.actor))).toBe('applications.not-ready');
    expect((await applicationById(app.db, id)).state).toBe('draft');
  });

  it('rule 19: gives a register code, freezes the words, records the checksum, mails the receipt to everybody', async () => {
    const { id, who, competition, receipt } = await submitted();
    const colleague = await world.person([
      { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
    ]);
    const [{ code: competitionCode }] = (await world.rows<{ code: string }>(
      'select code from competitions.competition where id = $1',
      [competition.id],
    )) as [{ code: string }];
    expect(receipt).toEqual({ submissionId: expect.any(String), number: 1, registerCode: `${competitionCode}/001` });

    const read = await applicationForReading(app.db, id);
    expect(read.content.sections).toEqual([
      {
        key: 'need',
        title: 'Проблема',
        answers: [
          { key: 'problem', question: 'Яку проблему?', answer: 'Бібліотеки зачинено.' },
          { key: 'partners', question: 'Хто поруч?', answer: '' },
        ],
      },
    ]);
    expect(read.content.budget).toEqual({
      lines: WHOLE.lines.map((line) => ({ ...line, group: '', months: 1, otherKop: 0 })),
      requestedKop: 3_000_000,
      ownKop: 1_000_000,
      otherKop: 0,
      totalKop: 4_000_000,
    });
    expect(read.submission.sha256).toBe(checksumOf(read.content));
    expect(read.submission.submittedAt).toEqual(A_DAY);

    const facts = await world.rows<{ particulars: unknown; chained: boolean }>(
      `select body::jsonb -> 'particulars' as particulars, hash is not null as chained
         from facts.fact where name = 'applications.submitted' and subject_id = $1`,
      [id],
    );
    expect(facts).toEqual([
      { particulars: { number: 1, registerCode: receipt.registerCode, sha256: read.submission.sha256 }, chained: true },
    ]);

    await app.drain();
    const letters = await world.rows<{ to_person_id: string; attached: number }>(
      `select to_person_id, cardinality(document_ids) as attached from notifications.message
        where template = 'applications.receipt' and to_person_id = any($1) order by to_person_id`,
      [[who.actor.personId, colleague.personId]],
    );
    expect(letters).toEqual(
      [who.actor.personId, colleague.personId].sort().map((personId) => ({ to_person_id: personId, attached: 1 })),
    );
    const [stored] = await world.rows<{ media_type: string; name: string }>(
      `select d.media_type, d.name from applications.submission s join documents.document d on d.id = s.receipt_document_id
        where s.application_id = $1`,
      [id],
    );
    expect(stored).toEqual({ media_type: 'application/pdf', name: `${competitionCode}-001-1.pdf` });
  });

  it('a second click answers with the receipt of the first, also after the closing', async () => {
    const { competition, who } = await scene();
    const id = await wholeDraft(app, competition, who);
    const receipts = await Promise.all([submit(id, who.actor), submit(id, who.actor), submit(id, who.actor)]);
    receipts.push(await submit(id, who.actor, after(CLOSES_AT, 60_000)));
    expect(new Set(receipts.map(({ submissionId }) => submissionId)).size).toBe(1);
    expect(await world.rows('select number from applications.submission where application_id = $1', [id])).toEqual([
      { number: 1 },
    ]);
  });

  it('rule 19: a change after the submission is not sent until it is submitted again; earlier versions stay', async () => {
    const { id, who, competition, receipt } = await submitted();
    const ctx = await app.ctx(who.actor, A_DAY);
    await app
      .get(SaveAbout)
      .execute(ctx, id, 1, { ...WHOLE.about, title: 'Нова назва', priorityId: competition.priorityId });
    const seen = await world.rows('select title, state from applications.v_application where id = $1', [id]);
    expect(seen).toEqual([{ title: 'Книга їде в село', state: 'submitted' }]);
    const again = await submit(id, who.actor);
    expect(again).toMatchObject({ number: 2, registerCode: receipt.registerCode });
    const titles = [await applicationForReading(app.db, id), await applicationForReading(app.db, id, 1)];
    expect(titles.map(({ content }) => content.title)).toEqual(['Нова назва', 'Книга їде в село']);
  });

  it('what was changed during the checking is not sent unseen', async () => {
    const { competition, who } = await scene();
    const id = await wholeDraft(app, competition, who);
    const ctx = await app.ctx(who.actor, A_DAY);
    const checked = await versionOf(app, id);
    await app.get(SaveActivities).execute(ctx, id, 1, [{ ...WHOLE.activities[0]!, title: 'Інше' }]);
    expect(await codeOf(app.get(SubmitApplication).execute(ctx, id, checked))).toBe('applications.changed-since-check');
  });

  it('rule 19: a withdrawn proposal is still read, keeps its code and can be submitted again before the closing only', async () => {
    const { id, who, receipt } = await submitted();
    const ctx = await app.ctx(who.actor, A_DAY);
    await app.get(WithdrawApplication).execute(ctx, id);
    expect((await applicationById(app.db, id)).state).toBe('withdrawn');
    expect((await applicationForReading(app.db, id)).content.title).toBe('Книга їде в село');
    expect(await codeOf(submit(id, who.actor, after(CLOSES_AT, 1000)))).toBe('applications.closed');
    expect(await submit(id, who.actor)).toMatchObject({ number: 2, registerCode: receipt.registerCode });
    const late = await app.ctx(who.actor, after(CLOSES_AT, 1000));
    expect(await codeOf(app.get(WithdrawApplication).execute(late, id))).toBe('applications.closed');
  });
});
