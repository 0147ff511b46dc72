import { isAllRefused, planHash, planImport, totalsOf, type StandingEntry } from './plan-import.js';
import { readRow, rowsOf, type FileFault, type Grid, type Headings } from './read-rows.js';
import { keyOf } from './register.js';
import { grants } from './registers/grants.js';

const headings: Headings = new Map([
  ['єдрпоу', 'edrpou'],
  ['назва', 'organisationName'],
  ['рік', 'year'],
  ['проєкт', 'title'],
  ['хто', 'party'],
  ['сума', 'amountKop'],
]);
const HEAD = ['Проєкт *', 'ЄДРПОУ', ' Назва (повна)', 'Рік', 'Зайве', 'ХТО', 'Сума'];
const LINE = ['Сад', '32855961', 'ГО «Сад»', 2020, 'щось', 'Фонд', '100'];

function plan(lines: Grid, standing: StandingEntry[] = []) {
  const { columns, rows } = rowsOf(grants, headings, [HEAD, ...lines]) as Exclude<ReturnType<typeof rowsOf>, FileFault>;
  const read = rows.map((row) => readRow(grants, {}, columns, row));
  return planImport(grants, read, new Map(standing.map((one) => [one.key, one])));
}
const standingOf = (line: Grid[number], id: string): StandingEntry => {
  const { values } = plan([line])[0]!;
  return { ...values, id, key: keyOf(grants, values) };
};
const withSum = (sum: string) => [...LINE.slice(0, 6), sum];

describe('the plan of an import', () => {
  it('says row by row what is new, changed, the same, and refused with its cell', () => {
    const standing = [standingOf(LINE, 'entry-1')];
    expect(plan([LINE], standing)[0]!.outcome).toBe('same');
    expect(plan([withSum('100,50')], standing)[0]).toMatchObject({
      ...{ outcome: 'changed', replacesId: 'entry-1' },
      changes: [{ field: 'amountKop', before: 10_000, after: 10_050 }],
    });
    expect(plan([['Інший', ...LINE.slice(1)]], standing)[0]!.outcome).toBe('new');
    expect(plan([[], withSum('багато')])[0]).toMatchObject({
      ...{ number: 3, outcome: 'refused', problems: [{ code: 'money', field: 'amountKop', cell: 'G3' }] },
    });
  });

  it('takes the first of two rows about the same thing, however it is written', () => {
    const twin = ['«САД»', ...LINE.slice(1)];
    expect(plan([LINE, twin])[1]).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'twice', data: { row: 2 } }],
    });
  });

  it('refuses the example that was left in the template', () => {
    expect(plan([['Сад', '00000017', ...LINE.slice(2)]])[0]!.problems[0]).toEqual({ code: 'example' });
  });

  it('has another hash as soon as something would come out otherwise', () => {
    const standing = [standingOf(LINE, 'entry-1')];
    const hashes = [plan([LINE]), plan([LINE], standing), plan([withSum('5')], standing)].map(planHash);
    expect(new Set(hashes).size).toBe(3);
    expect(planHash(plan([LINE], standing))).toBe(hashes[1]);
  });

  it('tells a file where nothing can be taken from one that says «there are none»', () => {
    expect(isAllRefused(totalsOf(plan([withSum('багато')])))).toBe(true);
    expect(isAllRefused(totalsOf(plan([])))).toBe(false);
  });

  it('refuses a file without a required column, or with one twice', () => {
    expect(rowsOf(grants, headings, [HEAD.slice(1)])).toEqual({ code: 'columns-missing', data: { fields: ['title'] } });
    expect(rowsOf(grants, headings, [[...HEAD, 'Рік']])).toEqual({ code: 'column-twice', data: { fields: ['year'] } });
    expect(rowsOf(grants, headings, [])).toMatchObject({ code: 'columns-missing' });
  });

  it('takes no more rows than the limit', () => {
    const lines = Array.from({ length: 5_001 }, () => LINE);
    expect(rowsOf(grants, headings, [HEAD, ...lines])).toMatchObject({ code: 'too-many-rows' });
  });
});
