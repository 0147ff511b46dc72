import { spreadsheetOf } from '#libs/platform/http';
import { readTableFile } from './read-table.js';
import type { TypedTable } from './typed-table.js';
import { tableFile } from './write-table.js';

const TABLE: TypedTable = {
  title: 'Кошторис',
  rows: 'lines',
  columns: [
    { key: 'title', heading: 'Назва витрати', kind: 'text' },
    { key: 'group', heading: 'Група витрат', kind: 'choice', options: [{ value: 'rent', text: 'Оренда' }] },
    { key: 'quantity', heading: 'Кількість', kind: 'number' },
    { key: 'price', heading: 'Ціна за одиницю, грн', kind: 'money' },
  ],
};
const ROWS = [
  { title: 'Зала, «мала»', group: 'rent', quantity: '10', price: '1500.50' },
  { title: '=1+1', group: '', quantity: '', price: '' },
];

type Cells = Parameters<typeof spreadsheetOf>[2];
const text = (value: string) => ({ value, type: String });
const read = async (heads: string[], body: Cells) => readTableFile(TABLE, await spreadsheetOf('Аркуш', heads, body));
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { fields: { code: string }[] }) => error.fields[0]!.code,
  );

describe('a table as a spreadsheet', () => {
  it('comes back as it went', async () => {
    const back = await readTableFile(TABLE, await tableFile(TABLE, ROWS));
    expect(back).toEqual({ rows: [{ ...ROWS[0], price: '1500.5' }, ROWS[1]], errors: [] });
  });

  it('finds its columns by their headings, wherever they stand, and leaves totals and blank rows out', async () => {
    const { rows } = await read(
      ['№', 'ціна за одиницю (грн)', 'Примітка', 'НАЗВА ВИТРАТИ'],
      [
        [text('1'), { value: 0.1 + 0.2, type: Number }, text('x'), text('Папір')],
        [null, null, null, null],
        [text('Разом'), { value: 5, type: Number }, null, null],
      ],
    );
    expect(rows).toEqual([{ title: 'Папір', price: '0.3' }]);
  });

  it('without headings is read from its first cell on', async () => {
    const { rows } = await read(['Папір', 'оренда', '3', '1 500,50'], []);
    expect(rows).toEqual([{ title: 'Папір', group: 'rent', quantity: '3', price: '1 500,50' }]);
  });

  it('keeps what is not among the choices and says in which cell', async () => {
    const { rows, errors } = await read(['Група витрат'], [[text('Оренда')], [text('Яхта')]]);
    expect(rows.map(({ group }) => group)).toEqual(['rent', 'Яхта']);
    expect(errors).toEqual([{ field: 'lines[1][group]', code: 'applications.not-offered', data: { text: 'Яхта' } }]);
  });

  it('reads a day as a day, and as a month where a month is chosen', async () => {
    const options = [{ value: '2021-02', text: 'лютий 2021' }];
    const table: TypedTable = {
      ...{ title: 'План', rows: 'activities' },
      columns: [
        { key: 'month', heading: 'Місяць', kind: 'choice', options },
        { key: 'title', heading: 'Захід', kind: 'text' },
      ],
    };
    const day = { value: new Date('2021-02-05T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' };
    const content = await spreadsheetOf(
      'План',
      ['Місяць', 'Захід'],
      [
        [day, day],
        [text('Лютий 2021'), text('Свято')],
      ],
    );
    expect((await readTableFile(table, content)).rows).toEqual([
      { month: '2021-02', title: '05.02.2021' },
      { month: '2021-02', title: 'Свято' },
    ]);
  });

  it('refuses what is no spreadsheet, an empty one, and one that is too large', async () => {
    expect(await code(readTableFile(TABLE, Buffer.from('Назва;Ціна')))).toBe('applications.no-spreadsheet');
    expect(await code(readTableFile(TABLE, Buffer.from('PK\x03\x04 PK\x05\x06')))).toBe('applications.no-spreadsheet');
    expect(await code(read(['Назва витрати'], []))).toBe('applications.empty-spreadsheet');
    expect(await code(readTableFile(TABLE, Buffer.alloc(3 * 1024 * 1024)))).toBe('platform.file-too-large');
  });
});
