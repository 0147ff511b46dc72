import { translator } from '#libs/platform/phrases';
import { csvOf, csvLines, xlsxOf } from './list-files.js';
import { listModel } from './list-model.js';
import { addressOf, readQuestion, wordsOf } from './list-question.js';
import { choicesOf, defineList } from './list-shape.js';

interface Row {
  id: string;
  title: string;
  code: string;
  state: string;
  sumKop: number | null;
  onDay: string | null;
  at: Date;
}

const shape = defineList<Row>({
  name: 'rows-of-a-test',
  title: 'platform:list.pages',
  search: { label: 'platform:list.show', in: ['title'] },
  filters: [
    {
      name: 'state',
      label: 'platform:list.filters',
      any: 'platform:list.reset',
      choices: choicesOf(['done', 'next'], 'platform:steps.'),
    },
  ],
  columns: [
    { key: 'title', phrase: 'platform:list.previous', isHeading: true, href: ({ id }) => `/rows/${id}` },
    { key: 'code', phrase: 'platform:list.next', under: 'title' },
    { key: 'state', phrase: 'platform:list.show', kind: 'state', words: 'platform:steps.', tone: () => 'success' },
    { key: 'sumKop', phrase: 'platform:list.reset', kind: 'money' },
    { key: 'onDay', phrase: 'platform:list.filters', kind: 'day' },
    { key: 'at', phrase: 'platform:list.scrollHint', kind: 'instant' },
    { key: 'score', phrase: 'platform:list.page', kind: 'points', value: () => 14, sort: true },
    { key: 'length', phrase: 'platform:list.pages', kind: 'number', value: ({ title }) => title.length },
  ],
  order: '"code"',
});

const row: Row = {
  id: '1',
  title: '=СУМ(A1), «Лопати»',
  code: '001',
  state: 'done',
  sumKop: 150_050,
  onDay: '2020-11-05',
  at: new Date('2020-11-05T16:00:01Z'),
};
const bare: Row = { ...row, title: 'Ріка', sumKop: null, onDay: null };
const words = { t: translator('uk'), lang: 'uk' as const };
const ask = (query: Record<string, unknown>) => readQuestion(shape, query);

describe('what the address asks', () => {
  it('reads search, filters, order, page and form', () => {
    expect(ask({ q: ' ріка ', state: 'next', sort: '-sumKop', page: '3', as: 'csv' })).toEqual({
      search: 'ріка',
      filters: { state: 'next' },
      sort: { key: 'sumKop', isDescending: true },
      page: 3,
      as: 'csv',
      kept: {},
    });
  });

  it.each([
    { state: 'drop table', sort: 'id; select', page: '-1', as: 'exe', q: ['a', 'b'] },
    { state: 'constructor', sort: 'length', page: '1.5' },
    {},
  ])('leaves out what is odd: %j', (query) =>
    expect(ask(query)).toEqual({ search: '', filters: {}, sort: null, page: 1, as: 'page', kept: {} }),
  );

  it('writes an address that asks the same', () => {
    const question = ask({ q: 'м’яч & co', state: 'done', sort: '-at', page: '2', as: 'xlsx' });
    const address = addressOf('/rows', question, { page: 2, as: 'xlsx' });
    expect(ask(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(question);
    expect(addressOf('/rows', ask({}))).toBe('/rows');
  });

  it('takes words with letters or digits only, eight at most', () => {
    expect(wordsOf('  три – лопати %_ 5 ')).toEqual(['три', 'лопати', '5']);
    expect(wordsOf('а '.repeat(50))).toHaveLength(8);
  });
});

describe('the page', () => {
  const model = listModel(
    shape,
    ask({ sort: 'sumKop', q: 'ріка' }),
    { rows: [row], total: 60, page: 2 },
    '/rows',
    words,
  );

  it('turns the order round at the current heading and offers none where there is none', () => {
    const { heads } = model;
    expect(heads.find(({ text }) => text === words.t('platform:list.reset'))).toEqual({
      text: 'Скинути відбір',
      numeric: true,
      href: '/rows?q=%D1%80%D1%96%D0%BA%D0%B0&sort=-sumKop',
      sorted: 'ascending',
    });
    expect(heads.at(-1)).toEqual({ text: 'Сторінки списку', numeric: true });
  });

  it('counts what is shown and leads to the files of the same question', () => {
    expect(model.paging).toEqual({ page: 2, pages: 3, total: 60, isMore: false, from: 26, to: 50 });
    expect(model.csv).toBe('/rows?q=%D1%80%D1%96%D0%BA%D0%B0&sort=sumKop&as=csv');
  });

  it('says that there is more where counting ended, and leads no further; a file holds all', () => {
    const more = { rows: [row], total: 1_001, page: 1 };
    expect(listModel(shape, ask({}), more, '/rows', words).paging).toMatchObject({
      total: 1_000,
      pages: 40,
      isMore: true,
    });
    const printed = listModel(shape, ask({ as: 'print' }), more, '/rows', words).paging;
    expect(printed).toMatchObject({ total: 1_001, isMore: false });
  });

  it('shows a cell by its kind, a small line under its column', () => {
    const [title, state, sum, day, at, score] = model.rows[0]!.cells;
    expect(title).toMatchObject({ text: row.title, href: '/rows/1', isHeading: true, notes: [{ text: '001' }] });
    expect(state).toMatchObject({ text: 'Завершено', tone: 'success' });
    expect([sum!.text, day!.text, at!.text, score!.text]).toEqual([
      '1\u00a0500,50\u00a0грн',
      '05.11.2020',
      '05.11.2020,\u00a018:00',
      '14,00',
    ]);
  });
});

describe('files', () => {
  it('CSV: as a spreadsheet set to Ukraine reads it: «;», sums with a comma, Kyiv time, no formulas', () => {
    const [head, first, second, end] = csvOf(shape, [row, bare], words).split('\r\n');
    expect(head).toBe(
      '\uFEFFПопередня;Наступна;Показати;Скинути відбір;Пошук і відбір;Таблицю можна прокрутити вбік;Сторінка {{number}};Сторінки списку',
    );
    expect(first).toBe("'=СУМ(A1), «Лопати»;001;Завершено;1500,50;2020-11-05;2020-11-05 18:00:01;14,00;18");
    expect(second).toBe('Ріка;001;Завершено;;;2020-11-05 18:00:01;14,00;4');
    expect(end).toBe('');
  });

  it('CSV: what holds the sign between cells, a quotation mark or a new line is quoted', () => {
    const titles = ['Ліс; сад', 'ГО "Лад"', 'дві\nстрічки', 'без, нього'];
    const text = csvOf(
      shape,
      titles.map((title) => ({ ...bare, title })),
      words,
    );
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(';001;')[0]),
    ).toEqual([...['"Ліс; сад"', `"ГО ""Лад"""`, '"дві\nстрічки"', 'без, нього']]);
  });

  it('open data stays RFC 4180: commas between, numbers with a dot', () => {
    expect(csvLines([['а, б', 'в; г', 1.5, null]])).toBe('\uFEFF"а, б",в; г,1.5,\r\n');
  });

  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra'])('CSV makes the text %j harmless and leaves numbers', (text) => {
    expect(csvLines([[text, -5]]).replace(/[\uFEFF"]/g, '')).toBe(`'${text},-5\r\n`);
  });

  it('XLSX: dates are dates, sums are numbers, what looks like a formula is a text', async () => {
    const { readSheet } = await import('read-excel-file/node');
    const rows = await readSheet(await xlsxOf(shape, [row, bare], words));
    // A spreadsheet keeps time as a fraction of a day.
    const toSecond = (value: unknown) => (value instanceof Date ? new Date(Math.round(+value / 1000) * 1000) : value);
    expect(rows[1]!.map(toSecond)).toEqual([
      row.title,
      '001',
      'Завершено',
      1500.5,
      new Date('2020-11-05T00:00:00Z'),
      new Date('2020-11-05T18:00:01Z'),
      14,
      18,
    ]);
    expect(rows[2]!.slice(3, 5)).toEqual([null, null]);
  });
});

it('refuses a shape that contradicts itself', () => {
  const columns = [{ key: 'a', phrase: 'a', under: 'b' }];
  expect(() => defineList({ name: 'x', title: 'x', order: 'a', columns })).toThrow('under nothing');
});
