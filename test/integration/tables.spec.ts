import { readSheet } from 'read-excel-file/node';
import { spreadsheetOf } from '#libs/platform/http';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { A_DAY, FORM, receptionScene, setClock, wholeDraft } from '../support/proposals.js';
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

let people = 0;

async function writer(values: Record<string, unknown> = {}) {
  const { competition, who } = await receptionScene(world, values);
  await setClock(world, A_DAY);
  const grant = { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId } as const;
  const browser = await accounts.signedIn(`tables-${(people += 1)}@ngo.example`, [grant]);
  return { id: await wholeDraft(app, competition, who), browser };
}

const tokenOf = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)![1]!;

/** The multipart body of a form with one spreadsheet, as text that goes byte by byte. */
async function bring(browser: Visitor, path: string, content: Buffer) {
  const { html } = await browser.get(path.replace('/tables', ''));
  const token = tokenOf(html);
  const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="Кошторис.xlsx"\r\n\r\n';
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--edge--\r\n')]);
  const cookies = { sp_session: browser.session!, sp_visitor: browser.cookie('sp_visitor')! };
  const headers = { 'content-type': 'multipart/form-data; boundary=edge', 'x-csrf-token': token };
  return app.http.inject({ method: 'POST', url: path, payload, headers, cookies });
}

const text = (value: string) => ({ value, type: String });
const HEADS = [
  'Назва витрати',
  'Стаття',
  'Одиниця',
  'Кількість',
  'Ціна за одиницю, грн',
  'Кошти конкурсу, грн',
  'Власний внесок, грн',
];

describe('the budget as a spreadsheet', () => {
  it('is taken home with what is saved', async () => {
    const { id, browser } = await writer();
    const cookies = { sp_session: browser.session! };
    const answer = await app.http.inject({ url: `/applications/${id}/tables/budget`, cookies });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('Кошторис.xlsx'));
    const sheet = await readSheet(answer.rawPayload);
    expect(sheet).toEqual([HEADS, ['Книжки', null, 'шт.', 100, 400, 30000, 10000]]);
  });

  it('comes back to be looked at: rows of the file stand on the page, nothing is saved yet', async () => {
    const { id, browser } = await writer();
    const row = [...['Зала', '', 'доба', '2', '1 500,50', '3001', '0'].map(text)];
    const answer = await bring(browser, `/applications/${id}/tables/budget`, await spreadsheetOf('A', HEADS, [row]));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('З файлу прочитано 1 рядок.');
    expect(answer.body).toContain('name="lines[0][price]" type="text" value="1 500,50"');
    expect(answer.body.replace(/&nbsp;|\u00a0/g, ' ')).toContain('3 001,00');
    const saved = await world.rows('select title from applications.budget_line where application_id = $1', [id]);
    expect(saved).toEqual([{ title: 'Книжки' }]);
  });

  it('is saved by the button of the page, in the place of the earlier rows', async () => {
    const { id, browser } = await writer();
    const row = [...['Зала', '', 'доба', '2', '1 500,50', '3001', '0'].map(text)];
    const { body } = await bring(browser, `/applications/${id}/tables/budget`, await spreadsheetOf('A', HEADS, [row]));
    const typed = [...body.matchAll(/name="(version|lines[^"]+)"(?: type="text")? value="([^"]*)"/g)];
    const fields = Object.fromEntries(typed.map(([, name, value]) => [name!, value!]));
    const answer = await browser.post(`/applications/${id}/budget`, { ...fields, action: 'save' });
    expect(answer.status).toBe(303);
    const saved = await world.rows('select title, price_kop from applications.budget_line where application_id = $1', [
      id,
    ]);
    expect(saved).toEqual([{ title: 'Зала', price_kop: '150050' }]);
  });

  it('names the cell that cannot be read, and keeps what stands in it', async () => {
    const { id, browser } = await writer();
    const row = [...['Зала', '', 'доба', 'дві', '1500', '3000', '0'].map(text)];
    const answer = await bring(browser, `/applications/${id}/tables/budget`, await spreadsheetOf('A', HEADS, [row]));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#lines[0][quantity]"');
    expect(answer.body).toContain('value="дві"');
  });

  it('that is no spreadsheet is refused at its field, and the page stays as it was', async () => {
    const { id, browser } = await writer();
    const answer = await bring(browser, `/applications/${id}/tables/budget`, Buffer.from('Назва;Ціна'));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Це не таблиця XLSX');
    expect(answer.body).toContain('value="Книжки"');
  });

  it('does not exist for others, nor for a part that is no table', async () => {
    const [owner, stranger] = [await writer(), await writer()];
    expect((await stranger.browser.get(`/applications/${owner.id}/tables/budget`)).status).toBe(404);
    expect((await owner.browser.get(`/applications/${owner.id}/tables/files`)).status).toBe(404);
  });
});

describe('activities and indicators as spreadsheets', () => {
  it('come back with months and kinds by their words', async () => {
    const { id, browser } = await writer();
    const plan = await spreadsheetOf('A', ['Місяць', 'Що буде зроблено'], [[text('березень 2021'), text('Свято')]]);
    const activities = await bring(browser, `/applications/${id}/tables/activities`, plan);
    expect(activities.body).toContain('<option value="2021-03" selected>');
    expect(activities.body).toContain('value="Свято"');
    const sheet = await spreadsheetOf('A', ['Що вимірюємо'], [[text('Читачі')]]);
    const indicators = await bring(browser, `/applications/${id}/tables/indicators`, sheet);
    expect(indicators.body).toContain('value="Читачі"');
  });
});

const ask = (text: string) => ({ uk: text, en: text });
const TEAM = {
  ...{ key: 'team', title: ask('Команда'), hint: ask(''), kind: 'table', required: false, rowsMax: 5 },
  columns: [
    { key: 'name', title: ask('Хто'), kind: 'short' },
    { key: 'pay', title: ask('Оплата'), kind: 'money' },
    { key: 'since', title: ask('Відколи'), kind: 'date' },
  ],
};
const [NEED, ...REST] = FORM.sections;
const WITH_TEAM = JSON.stringify({ sections: [{ ...NEED, questions: [...NEED!.questions, TEAM] }, ...REST] });

describe('a question whose answer is a table', () => {
  const HEADS_OF_TEAM = ['Відколи', 'ХТО', 'оплата'];
  const part = (id: string) => `/applications/${id}/answers/need`;
  const path = (id: string) => `/applications/${id}/questions/team/table`;

  async function bringTeam(browser: Visitor, id: string, row: string[], field = 'file-team') {
    const { html } = await browser.get(part(id));
    const token = tokenOf(html);
    const content = await spreadsheetOf('A', HEADS_OF_TEAM, [row.map(text)]);
    const head = `--edge\r\ncontent-disposition: form-data; name="${field}"; filename="Команда.xlsx"\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--edge--\r\n')]);
    const cookies = { sp_session: browser.session!, sp_visitor: browser.cookie('sp_visitor')! };
    const headers = { 'content-type': 'multipart/form-data; boundary=edge', 'x-csrf-token': token };
    return app.http.inject({ method: 'POST', url: path(id), payload, headers, cookies });
  }

  it('comes from a file for a look, is saved by the page, and goes home as it was', async () => {
    const { id, browser } = await writer({ form: WITH_TEAM });
    const shown = await bringTeam(browser, id, ['05.10.2020', 'Ткач, «Леся»', '1 500,50']);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('З файлу прочитано 1 рядок.');
    expect(shown.body).toContain('value="Ткач, «Леся»"');
    expect(shown.body).toContain('Бібліотеки зачинено.');
    await browser.get(part(id));
    const row = {
      'answers[team][0][name]': 'Ткач',
      'answers[team][0][pay]': '1500.50',
      'answers[team][0][since]': '05.10.2020',
    };
    const saved = await browser.post(part(id), { version: '1', 'answers[problem]': 'Так', ...row });
    expect(saved.status).toBe(303);
    const cookies = { sp_session: browser.session! };
    const home = await app.http.inject({ url: path(id), cookies });
    expect(await readSheet(home.rawPayload)).toEqual([
      ['Хто', 'Оплата', 'Відколи'],
      ['Ткач', 1500.5, '05.10.2020'],
    ]);
  });

  it('names the cell that cannot be read; a missing file is told at its field', async () => {
    const { id, browser } = await writer({ form: WITH_TEAM });
    const wrong = await bringTeam(browser, id, ['колись', 'Ткач', '100']);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#answers[team][0][since]"');
    expect(wrong.body).toContain('value="колись"');
    const none = await bringTeam(browser, id, ['05.10.2020', 'Ткач', '100'], 'another');
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('href="#file-team"');
  });

  it('is there for tables of the own form alone', async () => {
    const [owner, stranger] = [await writer({ form: WITH_TEAM }), await writer()];
    expect((await stranger.browser.get(path(owner.id))).status).toBe(404);
    expect((await owner.browser.get(`/applications/${owner.id}/questions/problem/table`)).status).toBe(404);
  });
});

describe('every page of the form', () => {
  it('saves itself and is kept for a broken connection, tables and files too', async () => {
    const { id, browser } = await writer();
    for (const name of ['about', 'answers/need', 'activities', 'budget', 'indicators']) {
      const { html } = await browser.get(`/applications/${id}/${name}`);
      expect([name, html.includes('applications/draft.js'), html.includes('data-draft')]).toEqual([name, true, true]);
    }
  });
});
