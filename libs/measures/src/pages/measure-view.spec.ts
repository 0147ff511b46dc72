import type { MeasureRow, PartyRow, PlanOverviewRow } from '../queries/plan-overview.js';
import { measureView } from './measure-view.js';

const department: PartyRow = {
  key: 'department',
  name: 'Департамент масових комунікацій',
  nameEn: 'Department of Mass Communications',
  officialText: 'Департамент масових комунікацій',
  byConsent: false,
};
const committees: PartyRow = {
  key: 'committees',
  name: 'виконкоми міських рад',
  nameEn: null,
  officialText: 'виконком міських рад',
  byConsent: true,
};

function measure(number: string, parties: PartyRow[]): MeasureRow {
  const deadline = { kind: 'every-quarter' } as const;
  const title = `Захід ${number}`;
  return { id: number, number, title, titleEn: `Measure ${number}`, deadlineText: 'щоквартально', deadline, parties };
}

const plan = {
  organiserSlug: 'oblast',
  year: 2020,
  directions: [
    {
      number: 1,
      title: 'Перший',
      titleEn: null,
      measures: [measure('1.1', [department]), measure('1.2', [committees])],
    },
    { number: 2, title: 'Другий', titleEn: null, measures: [measure('2.1', [department, committees])] },
  ],
} as unknown as PlanOverviewRow;

describe('the page of a measure', () => {
  it('knows its neighbours across directions', () => {
    expect(measureView(plan, '1.2', '2020-05-05', 'uk')).toMatchObject({
      direction: { number: 1 },
      previous: { number: '1.1', path: '/plan/oblast/2020/1.1' },
      next: { number: '2.1', path: '/plan/oblast/2020/2.1' },
    });
    expect(measureView(plan, '1.1', '2020-05-05', 'uk')!.previous).toBeNull();
    expect(measureView(plan, '2.1', '2020-05-05', 'uk')!.next).toBeNull();
  });

  it('names the day that matters now', () => {
    expect(measureView(plan, '1.1', '2020-05-05', 'uk')).toMatchObject({ dueOn: '2020-06-30', timing: 'running' });
    expect(measureView(plan, '1.1', '2021-01-01', 'uk')).toMatchObject({ dueOn: '2020-12-31', timing: 'past' });
  });

  it('names the parties in full and keeps the cell of the plan as it stands', () => {
    const view = measureView(plan, '2.1', '2020-05-05', 'en')!;
    expect(view.parties).toEqual([
      { name: 'Department of Mass Communications', lang: 'en', byConsent: false },
      { name: 'виконкоми міських рад', lang: 'uk', byConsent: true },
    ]);
    expect(view.officialParties).toBe('Департамент масових комунікацій, виконком міських рад (за згодою)');
    expect(view.hasConsent).toBe(true);
    expect(measureView(plan, '1.1', '2020-05-05', 'en')!.hasConsent).toBe(false);
  });

  it('translates only on English pages', () => {
    expect(measureView(plan, '1.1', '2020-05-05', 'uk')!.translation).toBeNull();
    expect(measureView(plan, '1.1', '2020-05-05', 'en')).toMatchObject({
      officialTitle: 'Захід 1.1',
      translation: 'Measure 1.1',
    });
  });

  it('is nothing for a number that the plan does not have', () => {
    expect(measureView(plan, '9.9', '2020-05-05', 'uk')).toBeNull();
  });
});
