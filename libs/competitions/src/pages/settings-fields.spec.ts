import type { ClassConstructor } from 'class-transformer';
import { handleForm, page, type FormBody } from '#libs/platform/http';
import { ParticipationForm } from './settings.forms.js';
import { CriteriaForm } from './criteria.forms.js';
import { changeRows } from './row-buttons.js';
import { anchorsAsText, HundredthsField, LinesField, readAnchors } from './settings-fields.js';
import { readSlotValue } from './slot-value.js';

describe('readAnchors', () => {
  it('takes a line per number, whatever the dash, and puts them in order', () =>
    expect(readAnchors('5 — доведено\n\n0: ніяк\n3) частково')).toEqual([
      { points: 0, text: 'ніяк' },
      { points: 3, text: 'частково' },
      { points: 5, text: 'доведено' },
    ]));

  it('is typed back as it is read', () => {
    const anchors = [{ points: 0, text: 'ні' }];
    expect(readAnchors(anchorsAsText(anchors))).toEqual(anchors);
  });

  it.each(['без бала', '5', '5 — раз\n5 — два'])('refuses «%s»', (text) => expect(readAnchors(text)).toBe(null));
  it('nothing is no anchors', () => expect(readAnchors('')).toEqual([]));
});

/** What a form reads, or the fields and codes of what is wrong. */
async function read<Shape extends object>(shape: ClassConstructor<Shape>, body: FormBody): Promise<unknown> {
  let outcome: unknown;
  await handleForm({
    body,
    shape,
    act: async (input) => (outcome = input),
    next: () => page('next'),
    again: async ({ errors }) => {
      outcome = errors.map(({ field, code }) => [field, code]);
      return page('again');
    },
  });
  return outcome;
}

describe('fields', () => {
  class Form {
    @HundredthsField({ max: 100, code: 'competitions.percent' })
    share: number | null;
    @LinesField({ max: 2, length: 5 })
    lines: string[] = [];
  }
  it('hundredths: «12,5» is 1250, empty is null, zero stays', async () => {
    expect(await read(Form, { share: '12,5' })).toEqual({ share: 1250, lines: [] });
    expect(await read(Form, { share: '0' })).toEqual({ share: 0, lines: [] });
    expect(await read(Form, { share: '' })).toEqual({ share: null, lines: [] });
    expect(await read(Form, { share: '100,01' })).toEqual([['share', 'competitions.percent']]);
    expect(await read(Form, { share: 'чверть' })).toEqual([['share', 'competitions.percent']]);
  });

  it('lines: trimmed, empty ones dropped, counted and measured', async () => {
    expect(await read(Form, { share: '', ...{ lines: ' a \r\n\r\nb ' } })).toEqual({ share: null, lines: ['a', 'b'] });
    expect(await read(Form, { lines: 'a\nb\nc' })).toEqual([['lines', 'competitions.too-many-lines']]);
    expect(await read(Form, { lines: 'довгий' })).toEqual([['lines', 'competitions.line-too-long']]);
  });

  it('criteria: errors name the row and the field', async () => {
    const criteria = [{ key: 'aim', title: '', maxPoints: '5', guidance: '6 — забагато' }];
    expect(await read(CriteriaForm, { version: '1', criteria })).toEqual([
      ['criteria[0][title]', 'competitions.criterion-unnamed'],
      ['criteria[0][guidance]', 'competitions.anchor-over-scale'],
    ]);
  });
});

describe('checkboxes', () => {
  const rest = { version: '1', charityBasis: '', applicationsPerOrganisationMax: '' };
  const forms = async (chosen: object) => (await read(ParticipationForm, { ...rest, ...chosen })) as ParticipationForm;

  it('none, one and several are a list', async () => {
    expect((await forms({})).admittedLegalForms).toEqual([]);
    expect((await forms({ admittedLegalForms: 'charity' })).admittedLegalForms).toEqual(['charity']);
    expect((await forms({ admittedLegalForms: ['charity', 'separate-unit'] })).admittedLegalForms).toEqual([
      'charity',
      'separate-unit',
    ]);
  });

  it('refuses what is not on the list', async () =>
    expect(await forms({ admittedLegalForms: 'party' })).toEqual([['admittedLegalForms', 'platform.choose']]));
});

describe('changeRows', () => {
  const rows = { name: 'rows', max: 3, blank: () => ({ title: 'нове' }) };
  const body = { other: 'typed', rows: [{ title: 'a' }, { title: 'b' }] };
  const titles = (row: string) =>
    (changeRows({ ...body, row }, rows)?.rows as { title: string }[]).map((one) => one.title);

  it('adds, removes and lifts, and keeps the rest', () => {
    expect(titles('add')).toEqual(['a', 'b', 'нове']);
    expect(titles('remove:0')).toEqual(['b']);
    expect(titles('up:1')).toEqual(['b', 'a']);
    expect(changeRows({ ...body, row: 'add' }, rows)!.other).toBe('typed');
  });

  it('never adds above the limit', () =>
    expect(changeRows({ rows: [{}, {}, {}], row: 'add' }, rows)!.rows).toEqual([{}, {}, {}]));
  it('leaves odd places alone', () =>
    expect([titles('up:0'), titles('up:9'), titles('remove:x')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]));
  it('is not asked when no row button was pressed', () => expect(changeRows(body, rows)).toBe(null));
});

describe('readSlotValue', () => {
  it.each<[Parameters<typeof readSlotValue>[0], Record<string, unknown>, unknown]>([
    ['receptionMinDays', { value: '20' }, 20],
    ['receptionMinDays', { value: '' }, Number.NaN],
    ['adminCostCapPercent', { value: '10', unlimited: 'yes' }, 'none'],
    ['chairBreaksTie', { value: 'no' }, false],
    ['scoringMode', { value: 'k-of-n' }, 'k-of-n'],
    ['tieOrder', { value: 'submitted-earlier' }, ['submitted-earlier']],
    [
      'commissionQuorum',
      { rule: 'at-least', numerator: '2', denominator: '3', of: 'all' },
      { rule: 'at-least', numerator: 2, denominator: 3, of: 'all' },
    ],
    ['announcementDeadline', { day: '1', month: '4', yearsBefore: '1' }, { day: 1, month: 4, yearsBefore: 1 }],
    ['rounding', { value: '2' }, { decimals: 2, mode: 'half-up', ranking: 'exact' }],
  ])('%s', (key, body, value) => expect(readSlotValue(key, body)).toEqual(value));
});
