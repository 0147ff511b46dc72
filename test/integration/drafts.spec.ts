import { GiveRights, SaveAbout, SaveAnswers, StartApplication, applicationById } from '#libs/applications';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { actScene } from '../support/act-scene.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  A_DAY,
  FORM,
  applicant,
  codeOf,
  receptionScene,
  receivingCompetition,
  setClock,
} from '../support/proposals.js';
import { submitNow, wholeDraft } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  await setClock(world, A_DAY);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

/** Somebody at a browser, a draft of theirs, and a colleague who writes it by the use cases. */
async function scene() {
  const { competition, who, organiser } = await receptionScene(world);
  const grant = { role: 'applicant', scopeKind: 'organisation' as const, scopeId: who.organisationId };
  const visitor = await new Accounts(app, world).signedIn(`draft-${newId()}@people.example`, [grant]);
  const ctx = await app.ctx(who.actor, A_DAY);
  const id = await app.get(StartApplication).execute(ctx, competition.id, who.organisationId);
  return { organiser, competition, who, visitor, ctx, id };
}

describe('a page that saves itself', () => {
  it('is answered with its new version and Kyiv time to the second', async () => {
    const { visitor, id } = await scene();
    const path = `/applications/${id}/answers/need`;
    await visitor.get(path);
    const first = await visitor.post(path, { version: '0', action: 'autosave', 'answers[problem]': 'Книг немає' });
    expect(JSON.parse(first.html)).toEqual({ version: 1, at: expect.stringMatching(/^1[12]:\d\d:\d\d$/) });
    const same = await visitor.post(path, { version: '1', action: 'autosave', 'answers[problem]': 'Книг немає' });
    expect(JSON.parse(same.html)).toMatchObject({ version: 1 });
    const { answers, partVersions } = await applicationById(app.db, id);
    expect([answers.problem, partVersions['answers/need']]).toEqual(['Книг немає', 1]);
    expect((await visitor.get(path)).html).toMatch(/Збережено о 1[12]:/);
  });

  it('says what cannot be kept as it is typed, and that somebody else was faster', async () => {
    const { visitor, id, ctx, competition } = await scene();
    const path = `/applications/${id}/about`;
    await visitor.get(path);
    const wrong = await visitor.post(path, { version: '0', action: 'autosave', startOn: '32.13.2021' });
    expect(JSON.parse(wrong.html).refused).toEqual([expect.stringMatching(/\p{L}/u)]);
    const about = { title: 'Колега', priorityId: competition.priorityId, startOn: null, endOn: null };
    await app.get(SaveAbout).execute(ctx, id, 0, about);
    const late = await visitor.post(path, { version: '0', action: 'autosave', title: 'Моє' });
    expect(JSON.parse(late.html)).toEqual({ stale: true });
    expect((await applicationById(app.db, id)).title).toBe('Колега');
  });
});

describe('two editors of one page', () => {
  it('see both texts at every field that differs, without scripts', async () => {
    const { visitor, id, ctx } = await scene();
    const path = `/applications/${id}/about`;
    await visitor.get(path);
    const about = { title: 'Текст колеги', priorityId: null, startOn: '2021-02-01', endOn: null };
    await app.get(SaveAbout).execute(ctx, id, 0, about);
    const stale = await visitor.post(path, { version: '0', title: 'Мій текст', startOn: '', endOn: '' });
    expect(stale.status).toBe(422);
    expect(stale.html).toContain('Мій текст');
    expect(stale.text).toMatch(/Що збережено зараз Текст колеги .*Що збережено зараз 01\.02\.2021/);
    expect(stale.text).toContain('Останнім цю сторінку зберіг');
    expect((await visitor.post(path, { version: '1', title: 'Разом', startOn: '', endOn: '' })).status).toBe(303);
    expect((await applicationById(app.db, id)).title).toBe('Разом');
  });

  it('are told of each other', async () => {
    const { visitor, id, ctx } = await scene();
    await app.get(SaveAnswers).execute(ctx, id, { section: 'need', version: 0, typed: { problem: 'Я' } });
    expect((await visitor.get(`/applications/${id}/answers/need`)).text).toContain('Цю сторінку зараз пише також');
  });

  it('a form with a mistake does not overwrite what a colleague saved in between', async () => {
    const { visitor, id, ctx } = await scene();
    const path = `/applications/${id}/about`;
    await visitor.get(path);
    const about = { title: 'Колега', priorityId: null, startOn: null, endOn: null };
    await app.get(SaveAbout).execute(ctx, id, 0, about);
    const wrong = await visitor.post(path, { version: '0', title: 'Моє', startOn: 'вчора', endOn: '' });
    expect(wrong.html).toContain('name="version" value="0"');
    expect((await visitor.post(path, { version: '0', title: 'Моє', startOn: '', endOn: '' })).status).toBe(422);
    expect((await applicationById(app.db, id)).title).toBe('Колега');
  });
});

describe('a proposal from an earlier one', () => {
  it('carries what both forms ask, says what it did not, and is shown once', async () => {
    const { competition, who, visitor, organiser } = await scene();
    const earlier = await wholeDraft(app, competition, who);
    await submitNow(app, earlier, who.actor);
    const form = JSON.stringify({
      sections: [{ ...FORM.sections[0], questions: [FORM.sections[0]!.questions[0]] }, ...FORM.sections.slice(1)],
    });
    const next = await receivingCompetition(world, organiser.id, { form });
    const start = `/competitions/${next.id}/applications`;
    expect((await visitor.get(start)).text).toContain('З чого почати');
    const begun = await visitor.post(start, { organisationId: who.organisationId, earlierId: earlier });
    const contents = await visitor.get(begun.location);
    expect(contents.text).toMatch(/почалася з Вашої попередньої.*Дати проєкту: вкажіть нові/);
    const id = begun.location.split('/').at(-1)!;
    const carried = await applicationById(app.db, id);
    expect([carried.title, carried.answers, carried.requestedKop]).toEqual([
      'Книга їде в село',
      { problem: 'Бібліотеки зачинено.' },
      3_000_000,
    ]);
    await visitor.post(`${begun.location}/not-carried`, {});
    expect((await visitor.get(begun.location)).text).not.toContain('почалася з Вашої');
    const stranger = await applicant(world);
    const theirs = app
      .get(StartApplication)
      .execute(await app.ctx(stranger.actor, A_DAY), next.id, stranger.organisationId, earlier);
    expect(await codeOf(theirs)).toBe('platform.not-found');
  });
});

describe('what to prepare', () => {
  it('is told to everybody before signing up, from the settings', async () => {
    const { code } = await actScene(world);
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${code}`)).html).toContain(`/competitions/${code}/preparation`);
    const page = await visitor.get(`/competitions/${code}/preparation`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/щонайменше 6 місяців/);
    expect(page.text).toMatch(/Документи statute .*Запитання форми Проблема Яку проблему\? До 200 знаків/);
    expect((await visitor.get('/competitions/none-1/preparation')).status).toBe(404);
  });
});

describe('people of one organisation', () => {
  const blocked = 'applications.applicants-only';

  it('view, edit or submit as a colleague lets them', async () => {
    const { competition, who } = await receptionScene(world);
    const id = await wholeDraft(app, competition, who);
    const grant = { role: 'applicant', scopeKind: 'organisation' as const, scopeId: who.organisationId };
    const [viewer, editor] = [await world.person([grant]), await world.person([grant])];
    const given = [
      { personId: viewer.personId, right: 'view' as const },
      { personId: editor.personId, right: 'edit' as const },
      { personId: who.actor.personId, right: 'view' as const },
    ];
    await app.get(GiveRights).execute(await app.ctx(who.actor, A_DAY), id, given);
    const write = async (actor: Actor, version: number) =>
      codeOf(
        app
          .get(SaveAnswers)
          .execute(await app.ctx(actor, A_DAY), id, { section: 'need', version, typed: { problem: 'Нове' } }),
      );
    expect([await write(viewer, 1), await write(editor, 1)]).toEqual([blocked, 'done']);
    expect(await codeOf(submitNow(app, id, editor))).toBe(blocked);
    const theirs = app.get(GiveRights).execute(await app.ctx(editor, A_DAY), id, []);
    expect(await codeOf(theirs)).toBe(blocked);
    // One's own right stays: somebody may always submit.
    expect(await codeOf(submitNow(app, id, who.actor))).toBe('done');
    const stranger = await applicant(world);
    const foreign = [{ personId: stranger.actor.personId, right: 'view' as const }];
    const ctx = await app.ctx(who.actor, A_DAY);
    expect(await codeOf(app.get(GiveRights).execute(ctx, id, foreign))).toBe('platform.not-found');
  });

  it('read on the pages what they may do', async () => {
    const { visitor, who, id, ctx } = await scene();
    const [me] = await world.rows<{ id: string }>(
      `select person_id as id from identity.v_role where scope_id = $1 and person_id <> $2`,
      [who.organisationId, who.actor.personId],
    );
    await app.get(GiveRights).execute(ctx, id, [{ personId: me!.id, right: 'view' }]);
    const contents = await visitor.get(`/applications/${id}`);
    expect(contents.text).toContain('Ви можете переглядати цю пропозицію');
    expect(contents.html).not.toContain(`href="/applications/${id}/about"`);
    expect((await visitor.get(`/applications/${id}/about`)).location).toBe(`/applications/${id}`);
    const check = await visitor.get(`/applications/${id}/submission`);
    expect(check.text).toContain('Подати пропозицію може лише той, кому надано таке право.');
    expect((await visitor.post(`/applications/${id}/submission`, { version: '1' })).status).toBe(403);
    await app.get(GiveRights).execute(ctx, id, []);
    const people = await visitor.get(`/applications/${id}/people`);
    expect(people.text).toMatch(/власне право тут не обмежують/);
    const fields = { 'people[0][personId]': who.actor.personId, 'people[0][right]': 'edit' };
    expect((await visitor.post(`/applications/${id}/people`, fields)).status).toBe(303);
    expect((await applicationById(app.db, id)).rights).toEqual({ [who.actor.personId]: 'edit' });
  });
});
