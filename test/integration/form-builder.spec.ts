import { ChangeForm, competitionSettings, CopyForm, EditForm } from '#libs/competitions';
import { applicationById, applicationForReading, SaveAnswers, SeeFormVersion } from '#libs/applications';
import { ReadApplicationForWriting } from '../../libs/applications/src/queries/application-for-writing.js';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CompetitionWorld } from '../support/competition-world.js';
import { A_DAY, codeOf, receptionScene, submitNow, wholeDraft } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let its: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const formOf = async (id: string) => (await competitionSettings(app.db, id)).form;
const revisionOf = async (id: string) => (await competitionSettings(app.db, id)).formRevision;
const titlesOf = async (id: string) =>
  (await formOf(id)).sections.flatMap(({ questions }) => questions.map(({ title }) => title.uk));

/** One question as the page of the officer posts it. */
const asked = async (id: string, fields: Record<string, string> = {}) => ({
  ...{ revision: String(await revisionOf(id)), kind: 'yes-no', titleUk: 'Чи є партнер?', required: 'yes', ...fields },
});

describe('the form is built on pages, without a developer', () => {
  it('a question that depends on another one, and a table, are added, moved and removed', async () => {
    const id = await its.draft();
    const officer = await its.signedIn(its.officer);
    const own = `/organiser/competitions/${id}/form`;
    const add = async (fields: Record<string, string>) => {
      await officer.get(`${own}/sections/need/questions?kind=${fields.kind ?? 'yes-no'}`);
      return officer.post(`${own}/sections/need/questions`, await asked(id, fields));
    };
    expect((await add({})).location).toBe(`${own}?done=saved`);
    expect((await add({ kind: 'short', titleUk: 'Хто він?', condition: 'q1=yes' })).status).toBe(303);
    const table = { kind: 'table', titleUk: 'Команда', rowsMin: '1', rowsMax: '3', 'columns[0][uk]': 'Ім’я' };
    const unfit = await add({ ...table, rowsMin: '4', 'columns[0][kind]': 'short' });
    expect([unfit.status, unfit.text.includes('Найбільша кількість рядків менша за найменшу')]).toEqual([422, true]);
    expect(unfit.html).toContain('value="Команда"');
    expect((await add({ ...table, 'columns[0][kind]': 'short' })).status).toBe(303);

    await officer.get(own);
    const up = { revision: String(await revisionOf(id)), question: 'q2', direction: 'up' };
    const refused = await officer.post(`${own}/moves`, up);
    expect([refused.status, refused.text.includes('має стояти раніше')]).toEqual([422, true]);
    await officer.post(`${own}/moves`, { ...up, question: 'q3' });
    expect((await titlesOf(id)).slice(2, 5)).toEqual(['Чи є партнер?', 'Команда', 'Хто він?']);
    await officer.post(`${own}/questions/q2/removal`, { revision: String(await revisionOf(id)) });
    expect((await titlesOf(id)).slice(2, 4)).toEqual(['Чи є партнер?', 'Команда']);
    const preview = await officer.get(`${own}/preview/need`);
    expect([preview.status, preview.text.includes('Чи є партнер?')]).toEqual([200, true]);
  });

  it('two windows: the second step from the same state is told, with what was typed', async () => {
    const id = await its.draft();
    const officer = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${id}/form/sections/need/questions`;
    await officer.get(`${path}?kind=yes-no`);
    const typed = await asked(id);
    expect((await officer.post(path, typed)).status).toBe(303);
    const late = await officer.post(path, { ...typed, titleUk: 'Друге вікно' });
    expect([late.status, late.text.includes('в іншому вікні'), late.html.includes('value="Друге вікно"')]).toEqual([
      ...[422, true, true],
    ]);
  });

  it('another authority sees nothing of a draft and copies nothing from it', async () => {
    const id = await its.draft();
    const stranger = await its.signedIn(its.stranger);
    const own = `/organiser/competitions/${id}/form`;
    for (const path of [
      '',
      '/sections/new',
      '/sections/need',
      '/sections/need/questions',
      '/questions/problem',
      '/preview/need',
    ])
      expect([path, (await stranger.get(`${own}${path}`)).status]).toEqual([path, 404]);
    const theirs = await its.draft(its.stranger, its.neighbour.id);
    const ctx = await app.ctx(its.stranger, ANNOUNCED);
    const copy = app.get(CopyForm).execute(ctx, theirs, await revisionOf(theirs), id);
    await expect(copy).rejects.toMatchObject({ kind: 'not-found' });
    const step = app.get(EditForm).execute(ctx, id, 1, (form) => form);
    await expect(step).rejects.toMatchObject({ kind: 'not-found' });
    expect((await new Visitor(app).get(own)).status).not.toBe(200);
  });

  it('takes over the form of an earlier competition of the authority', async () => {
    const earlier = await its.draft();
    const ctx = await app.ctx(its.officer, ANNOUNCED);
    await app.get(EditForm).execute(ctx, earlier, 1, (form) => ({ ...form, sections: form.sections.slice(1) }));
    const id = await its.draft();
    await app.get(CopyForm).execute(ctx, id, await revisionOf(id), earlier);
    expect(await formOf(id)).toEqual(await formOf(earlier));
  });

  it('rule 1: the announcement freezes the form, with the order that approves it (rule 20)', async () => {
    const id = await its.announced();
    const ctx = await app.ctx(its.officer, ANNOUNCED);
    const step = app.get(EditForm).execute(ctx, id, await revisionOf(id), (form) => form);
    expect(await codeOf(step)).toBe('competitions.form-copy-late');
    const [version] = await world.rows(
      'select number, order_number from competitions.form_version where competition_id = $1',
      [id],
    );
    expect(version).toEqual({ number: 1, order_number: '45' });
    await expect(
      world.rows(`update competitions.form_version set order_number = '46' where competition_id = $1`, [id]),
    ).rejects.toThrow('frozen');
  });
});

describe('a change of the form during the reception', () => {
  const ACT = { number: '77', on: '2020-10-20', reason: 'Уточнено питання про партнерів' };

  async function received() {
    const scene = await receptionScene(world);
    const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: scene.organiser.id }]);
    const { id } = scene.competition;
    await world.rows(
      `insert into competitions.form_version (competition_id, number, form, published_at)
       select id, 1, form, published_at from competitions.competition where id = $1`,
      [id],
    );
    return { ...scene, officer, competitionId: id, id: await wholeDraft(app, scene.competition, scene.who) };
  }

  async function change(scene: Awaited<ReturnType<typeof received>>, act = ACT): Promise<void> {
    const ctx = await app.ctx(scene.officer, A_DAY);
    const { competitionId: id } = scene;
    await app.get(ChangeForm).begin(ctx, id, await revisionOf(id));
    await app.get(EditForm).execute(ctx, id, await revisionOf(id), (form) => {
      const [need, ...others] = form.sections;
      const fresh = {
        key: 'q1',
        kind: 'yes-no' as const,
        title: { uk: 'Чи є партнер?', en: '' },
        hint: { uk: '', en: '' },
      };
      return {
        ...form,
        lastKey: 1,
        sections: [{ ...need!, questions: [need!.questions[0]!, { ...fresh, required: true }] }, ...others],
      };
    });
    await app.get(ChangeForm).publish(ctx, id, await revisionOf(id), act);
  }

  it('moves drafts: answers stay, what is asked anew is missing, nothing typed under the old form is lost', async () => {
    const scene = await received();
    await change(scene);
    const { answers, formVersion } = await applicationById(app.db, scene.id);
    expect([answers.problem, formVersion]).toEqual(['Бібліотеки зачинено.', 1]);
    const ctx = await app.ctx(scene.who.actor, A_DAY);
    // Filled from the old form, where «partners» was still asked.
    const typed = { problem: 'Нове', partners: 'Бібліотека' };
    await app.get(SaveAnswers).execute(ctx, scene.id, { section: 'need', version: 1, typed });
    expect((await applicationById(app.db, scene.id)).answers).toEqual({ ...typed, q1: '' });
    expect(await codeOf(submitNow(app, scene.id, scene.who.actor))).toBe('applications.not-ready');
    await app
      .get(SaveAnswers)
      .execute(ctx, scene.id, { section: 'need', version: 2, typed: { problem: 'Нове', q1: 'yes' } });
    await submitNow(app, scene.id, scene.who.actor);
    const { content } = await applicationForReading(app.db, scene.id);
    expect(content.sections[0]!.answers.map(({ question, answer }) => [question, answer])).toEqual([
      ['Яку проблему?', 'Нове'],
      ['Чи є партнер?', 'Так'],
    ]);
  });

  it('leaves what was submitted under its version, and needs an act with a number, a day and a reason', async () => {
    const scene = await received();
    await submitNow(app, scene.id, scene.who.actor);
    await change(scene);
    const { content } = await applicationForReading(app.db, scene.id);
    expect(content.sections[0]!.answers.map(({ key }) => key)).toEqual(['problem', 'partners']);
    expect(
      await world.rows('select form_version from applications.submission where application_id = $1', [scene.id]),
    ).toEqual([{ form_version: 1 }]);
    const without = world.rows(
      `insert into competitions.form_version (competition_id, number, form, published_at) values ($1, 3, '{}', now())`,
      [scene.competitionId],
    );
    await expect(without).rejects.toThrow('ck_form_version_act');
  });

  it('tells everybody who has begun or submitted, and the draft what has changed until it was read', async () => {
    const scene = await received();
    await change(scene);
    await app.drain();
    const letters = await world.rows<{ template: string }>(
      `select template from notifications.message where once_key like $1`,
      [`applications.form-changed ${scene.id} %`],
    );
    expect(letters).toEqual([{ template: 'applications.formChanged' }]);
    const ctx = await app.ctx(scene.who.actor, A_DAY);
    const news = async () => (await app.get(ReadApplicationForWriting).execute(ctx, scene.id)).news;
    expect((await news())?.changes.map(({ what, title }) => `${what} ${title.uk}`)).toEqual([
      'added Чи є партнер?',
      'removed Хто поруч?',
    ]);
    await app.get(SeeFormVersion).execute(ctx, scene.id);
    expect(await news()).toBe(null);
  });

  it('is refused when it changes nothing, and once the door has closed', async () => {
    const scene = await received();
    const ctx = await app.ctx(scene.officer, A_DAY);
    const { competitionId: id } = scene;
    await app.get(ChangeForm).begin(ctx, id, await revisionOf(id));
    expect(await codeOf(app.get(ChangeForm).publish(ctx, id, await revisionOf(id), ACT))).toBe(
      'competitions.form-nothing-changed',
    );
    const late = await app.ctx(scene.officer, new Date('2020-11-05T16:00:01Z'));
    expect(await codeOf(app.get(ChangeForm).publish(late, id, await revisionOf(id), ACT))).toBe(
      'competitions.form-change-late',
    );
  });
});
