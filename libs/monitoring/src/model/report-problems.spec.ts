import { reportProblems } from './report-problems.js';
import type { ReportParts } from './report.js';

const story = { kind: 'final' as const, done: 'Лави стоять.', results: 'Сквер відкрито.' };
const indicator = {
  ...{
    indicatorId: '1',
    kind: 'quantitative' as const,
    title: 'Учасники',
    unit: 'осіб',
    baseline: '0',
    planned: '100',
  },
  ...{ source: 'списки', fact: '120', sourceDocument: 'Списки № 1–4', confirmedBy: 'Ткач І. І.' },
  ...{ confirmedOn: '2021-11-30', people: 120, women: 70 },
};
const line = {
  ...{ lineId: '1', title: 'Лави', category: 'матеріали', plannedKop: 100_00, plannedOwnKop: 0 },
  ...{ earlierKop: 70_00, nowKop: 30_00, nowOwnKop: 0, reason: '' },
};
const whole: ReportParts = {
  indicators: [indicator],
  reach: [{ groupName: 'молодь', district: 'Сєвєродонецький', people: 120, women: 70 }],
  lines: [line],
  expenses: [],
};
const codes = (change: Partial<ReportParts>, own: Partial<typeof story> = {}) =>
  reportProblems({ ...story, ...own }, { ...whole, ...change }, 100_00).map(({ code }) => code);

describe('what a report lacks', () => {
  it('rule 62: it has a narrative and a financial part, tied to every indicator', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, { done: '', results: '' })).toEqual(['no-done', 'no-results']);
    expect(codes({ indicators: [{ ...indicator, fact: '' }] })).toEqual(['no-fact']);
    expect(codes({ indicators: [{ ...indicator, sourceDocument: '' }] })).toEqual(['no-source']);
    expect(codes({ indicators: [{ ...indicator, confirmedOn: null }] })).toEqual(['not-confirmed']);
    expect(codes({ reach: [] })).toEqual(['no-reach']);
  });

  it('rule 62: a line over its plan needs a reason, counted with the reports before', () => {
    const over = { ...line, plannedKop: 99_99 };
    expect(codes({ lines: [over] })).toEqual(['no-reason']);
    expect(codes({ lines: [{ ...over, reason: 'Подорожчала деревина' }] })).toEqual([]);
  });

  it('rule 62: all lines together are never over the contract', () => {
    expect(codes({ lines: [{ ...line, nowKop: 30_01, reason: 'Подорожчала деревина' }] })).toEqual(['over-contract']);
  });
});
