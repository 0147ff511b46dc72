import { competitionById, competitionSettings, WriteModelProposal } from '#libs/competitions';
import { startApp, type TestApp } from '../support/app.js';
import { ANNOUNCED, CompetitionWorld, WHOLE } from '../support/competition-world.js';
import { codeOf } from '../support/proposals.js';
import { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let competitions: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  competitions = await CompetitionWorld.open(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('an announcement', () => {
  it('rule 18: carries each thing of the list', async () => {
    const id = await competitions.complete();
    await competitions.save(id, { defenceOn: '2020-11-20', place: 'м. Сватове, пл. 50-річчя Перемоги, 36' });
    await competitions.step(id, 'publish', ANNOUNCED);
    const settings = await competitionSettings(app.db, id);
    const { text } = await new Visitor(app).get(`/competitions/${settings.code}`);
    const list: Record<string, string> = {
      organiser: 'Департамент масових комунікацій облдержадміністрації',
      'budget programme': WHOLE.budgetProgramme!,
      'total money': '600 000,00 грн',
      'priority tasks': 'Молодь',
      'types of activity supported': 'Навчання',
      'cap per project': '60 000,00 грн',
      'own share': 'Власний внесок',
      criterion: settings.criteria[0]!.title,
      scale: `до ${settings.criteria[0]!.maxPoints} балів`,
      'passing score': 'Прохідний бал',
      'closing time': '5 листопада 2020 року, 18:00',
      place: 'пл. 50-річчя Перемоги, 36',
      'form with its version': 'Форма: версія № 1.',
      'and its order': 'Затверджено наказом № 45 від 1 жовтня 2020 року',
      contact: settings.contactPhone!,
      'date of defence': '20 листопада 2020 року',
      'rule-set key': `Ключ набору правил: ${settings.ruleSetKey}`,
    };
    const flat = text.replace(/\u00a0/g, ' ');
    expect(Object.entries(list).filter(([, words]) => !flat.includes(words.replace(/\u00a0/g, ' ')))).toEqual([]);
  });
});

describe('an example of a filled-in proposal', () => {
  it('is written by the officer, question by question, and is one page for every applicant', async () => {
    const id = await competitions.announced();
    const { form, code } = await competitionSettings(app.db, id);
    const [first, second] = form.sections.flatMap(({ questions }) => questions);
    const officer = await competitions.signedIn(competitions.officer);
    const path = `/organiser/competitions/${id}/example`;
    const visitor = new Visitor(app);
    expect((await visitor.get(`/competitions/${code}`)).html).not.toContain(`/competitions/${code}/example`);
    expect((await officer.get(`/organiser/competitions/${id}/form`)).html).toContain(`href="${path}"`);
    expect((await officer.get(path)).text).toContain(first!.title.uk);
    const long = await officer.post(path, { [`answers[${first!.key}]`]: 'а'.repeat(5_001), 'answers[nobody]': 'х' });
    expect(long.status).toBe(422);
    expect(long.html).toContain('а'.repeat(5_001));
    const example = 'У селі немає бібліотеки.\nДіти їздять за 20 км.';
    const saved = await officer.post(path, { [`answers[${first!.key}]`]: example, [`answers[${second!.key}]`]: ' ' });
    expect(saved.location).toBe(`${path}?done=saved`);
    expect((await officer.get(path)).html).toContain(example);
    expect((await visitor.get(`/competitions/${code}`)).html).toContain(`href="/competitions/${code}/example"`);
    const page = await visitor.get(`/competitions/${code}/example`);
    expect(page.text).toContain('У селі немає бібліотеки.');
    expect(page.text).not.toContain(second!.title.uk);
    expect((await visitor.get(`/en/competitions/${code}/example`)).text).toContain(
      'An example of a filled-in proposal',
    );
    await officer.post(path, {});
    expect((await visitor.get(`/competitions/${code}/example`)).text).toContain('Зразка поки немає');
  });

  it('of a draft is nobody’s, and nobody else writes it', async () => {
    const id = await competitions.draft();
    const stranger = await competitions.signedIn(competitions.stranger);
    expect((await stranger.get(`/organiser/competitions/${id}/example`)).status).toBe(404);
    const write = async (actor: typeof competitions.officer) =>
      app.get(WriteModelProposal).execute(await app.ctx(actor, ANNOUNCED), id, {});
    expect(await codeOf(write(competitions.stranger))).toBe('platform.not-found');
    expect(await codeOf(write(competitions.director))).toBe('competitions.form-frozen');
    expect(await codeOf(write(competitions.officer))).toBe('done');
    expect((await competitionById(app.db, id)).code).toBeNull();
  });
});
