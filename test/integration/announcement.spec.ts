import { strFromU8, unzipSync } from 'fflate';
import { DOCX } from '#libs/documents';
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

  it('says the call to machines as linked data, in which a title stays a title whatever is typed', async () => {
    const id = await competitions.complete();
    const title = 'Конкурс </script><script>alert(1)</script> <!-- & «нове»';
    await competitions.save(id, { title });
    await competitions.step(id, 'publish', ANNOUNCED);
    const { code } = await competitionById(app.db, id);
    const { html } = await new Visitor(app).get(`/competitions/${code}`);
    expect(html).not.toContain('<script>alert');
    const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)!;
    expect(JSON.parse(json!)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'MonetaryGrant',
      identifier: code,
      name: title,
      url: expect.stringMatching(new RegExp(`^http.*/competitions/${code}$`)),
      funder: { '@type': 'GovernmentOrganization' },
      amount: { currency: 'UAH', value: 600_000, maxValue: 60_000 },
      potentialAction: { '@type': 'ApplyAction', endTime: WHOLE.closesAt!.toISOString() },
    });
    const english = await new Visitor(app).get(`/en/competitions/${code}`);
    const [, en] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(english.html)!;
    expect(JSON.parse(en!)).toMatchObject({ mainEntityOfPage: { inLanguage: 'en' } });
    const officer = await competitions.signedIn(competitions.officer);
    const draft = await competitions.complete();
    expect((await officer.get(`/organiser/competitions/${draft}/preview`)).html).not.toContain('ld+json');
  });
});

describe('the form as a document', () => {
  /** The words of a .docx, as Word keeps them. */
  async function wordsAt(path: string): Promise<{ status: number; type: string; xml: string }> {
    const { statusCode: status, headers, rawPayload } = await app.http.inject({ method: 'GET', url: path });
    const xml = status === 200 ? strFromU8(unzipSync(rawPayload)['word/document.xml']!) : '';
    return { status, type: String(headers['content-type']), xml };
  }

  it('asks every question offline and says where a proposal is submitted; the example is one file too', async () => {
    const id = await competitions.announced();
    const { form, code } = await competitionSettings(app.db, id);
    const questions = form.sections.flatMap((section) => section.questions);
    const { status, type, xml } = await wordsAt(`/competitions/${code}/form.docx`);
    expect([status, type]).toEqual([200, DOCX]);
    for (const { title } of questions) expect(xml).toContain(title.uk);
    expect(xml).toContain(`/competitions/${code}`);
    expect((await wordsAt(`/en/competitions/${code}/form.docx`)).xml).toContain(questions[0]!.title.en);
    expect((await wordsAt(`/competitions/${code}/example.docx`)).status).toBe(404);
    const answers = { [questions[0]!.key]: 'У селі немає <бібліотеки>.' };
    await app.get(WriteModelProposal).execute(await app.ctx(competitions.officer, ANNOUNCED), id, answers);
    const example = await wordsAt(`/competitions/${code}/example.docx`);
    expect(example.xml).toContain('У селі немає &lt;бібліотеки&gt;.');
    expect((await new Visitor(app).get(`/competitions/${code}`)).html).toContain(`/competitions/${code}/form.docx`);
  });

  it('is not there for a draft', async () => {
    await competitions.draft();
    expect((await wordsAt('/competitions/nobody/form.docx')).status).toBe(404);
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
