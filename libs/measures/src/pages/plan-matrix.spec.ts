import type { Deadline } from '../model/deadline.js';
import type { MeasureActivity } from '../ports/measure-activities.port.js';
import type { MeasureRow, PlanOverviewRow } from '../queries/plan-overview.js';
import { planMatrix, type Cell } from './plan-matrix.js';

function measure(number: string, deadlineText: string, deadline: Deadline, titleEn: string | null = null): MeasureRow {
  return { id: `id-${number}`, number, title: `Захід ${number}`, titleEn, deadlineText, deadline, parties: [] };
}

const plan: PlanOverviewRow = {
  id: 'plan',
  organiserId: 'authority',
  organiserSlug: 'oblast',
  organiserName: 'Обласна адміністрація',
  year: 2020,
  title: 'План',
  titleEn: null,
  approvedByPosition: '',
  approvedByName: '',
  approvedOn: '2019-12-20',
  signedByPosition: '',
  signedByName: '',
  directions: [
    {
      number: 4,
      title: 'Активізація',
      titleEn: 'More active',
      measures: [
        measure('4.1', 'щоквартально', { kind: 'every-quarter' }),
        measure('4.3', 'протягом року', { kind: 'all-year' }, 'Open doors'),
        measure('4.6', 'грудень', { kind: 'month', month: 12 }),
        measure('4.8', 'II-III квартал', { kind: 'quarters', from: 2, to: 3 }),
      ],
    },
  ],
};

/** «··[щ]·»: a dot for each empty quarter, the words with their width for the time. */
function drawn(cells: Cell[]): string {
  return cells.map(({ isTime, span, text }) => (isTime ? `[${text}×${span}]` : '·'.repeat(span))).join('');
}

describe('the matrix of a plan', () => {
  it('draws each deadline over its quarters, in the official words', () => {
    const [direction] = planMatrix(plan, [], '2020-05-05', 'uk').directions;
    expect(direction!.rows.map((row) => drawn(row.cells))).toEqual([
      '[до 31 березня×1][до 30 червня×1][до 30 вересня×1][до 31 грудня×1]',
      '[протягом року×4]',
      '···[грудень×1]',
      '·[II-III квартал×2]·',
    ]);
  });

  it('covers all four quarters in every row', () => {
    const rows = planMatrix(plan, [], '2020-05-05', 'en').directions.flatMap((direction) => direction.rows);
    expect(rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0))).toEqual([4, 4, 4, 4]);
  });

  it('marks the quarter that is now, only in the year of the plan', () => {
    const marked = (today: string) => planMatrix(plan, [], today, 'uk').columns.map((column) => column.isNow);
    expect(marked('2020-05-05')).toEqual([false, true, false, false]);
    expect(marked('2021-05-05')).toEqual([false, false, false, false]);
  });

  it('puts what happens under its measure only', () => {
    const competition = { measureId: 'id-4.6', title: 'Конкурс' } as MeasureActivity;
    const rows = planMatrix(plan, [competition], '2020-05-05', 'uk').directions[0]!.rows;
    expect(rows.map((row) => row.activities)).toEqual([[], [], [competition], []]);
  });

  it('leaves what is more than three under one measure to its page', () => {
    const competitions = ['а', 'б', 'в', 'г'].map((title) => ({ measureId: 'id-4.6', title }) as MeasureActivity);
    const rowOf = (count: number) =>
      planMatrix(plan, competitions.slice(0, count), '2020-05-05', 'uk').directions[0]!.rows[2]!;
    expect([rowOf(3).activities.length, rowOf(3).hasMore]).toEqual([3, false]);
    expect([rowOf(4).activities.map(({ title }) => title), rowOf(4).hasMore]).toEqual([['а', 'б', 'в'], true]);
  });

  it('shows translations on English pages and falls back to the official words', () => {
    const [direction] = planMatrix(plan, [], '2020-05-05', 'en').directions;
    expect(direction!.title).toEqual({ text: 'More active', lang: 'en', isTranslation: true });
    expect(direction!.rows[0]!.title).toEqual({ text: 'Захід 4.1', lang: 'uk', isTranslation: false });
    expect(drawn(direction!.rows[3]!.cells)).toBe('·[quarters II–III×2]·');
    expect(direction!.rows[1]!.path).toBe('/plan/oblast/2020/4.3');
  });
});
