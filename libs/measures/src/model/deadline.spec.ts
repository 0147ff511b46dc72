import { deadlineInWords } from './deadline-wording.js';
import { dueDatesOf, nextDueOn, quarterOf, quartersOf, timingOf, windowOf, type Deadline } from './deadline.js';

const YEAR_END = '2020-12-31';
const QUARTER_ENDS = ['2020-03-31', '2020-06-30', '2020-09-30', YEAR_END];

/** The nine shapes of the plan of 2020: official words, shape, quarters, due days, sentence. */
const SHAPES: [string, Deadline, number[], string[], string][] = [
  [
    'II квартал',
    { kind: 'quarters', from: 2, to: 2 },
    [2],
    ['2020-06-30'],
    'у II кварталі 2020 року: з 1 квітня до 30 червня',
  ],
  [
    'III квартал',
    { kind: 'quarters', from: 3, to: 3 },
    [3],
    ['2020-09-30'],
    'у III кварталі 2020 року: з 1 липня до 30 вересня',
  ],
  [
    'IV квартал',
    { kind: 'quarters', from: 4, to: 4 },
    [4],
    [YEAR_END],
    'у IV кварталі 2020 року: з 1 жовтня до 31 грудня',
  ],
  [
    'II-III квартал',
    { kind: 'quarters', from: 2, to: 3 },
    [2, 3],
    ['2020-09-30'],
    'у II–III кварталах 2020 року: з 1 квітня до 30 вересня',
  ],
  [
    'II-IV квартал',
    { kind: 'quarters', from: 2, to: 4 },
    [2, 3, 4],
    [YEAR_END],
    'у II–IV кварталах 2020 року: з 1 квітня до 31 грудня',
  ],
  [
    'III-IV квартал',
    { kind: 'quarters', from: 3, to: 4 },
    [3, 4],
    [YEAR_END],
    'у III–IV кварталах 2020 року: з 1 липня до 31 грудня',
  ],
  ['протягом року', { kind: 'all-year' }, [1, 2, 3, 4], [YEAR_END], 'протягом 2020 року: з 1 січня до 31 грудня'],
  [
    'щоквартально',
    { kind: 'every-quarter' },
    [1, 2, 3, 4],
    QUARTER_ENDS,
    'щокварталу 2020 року: до 31 березня, 30 червня, 30 вересня і 31 грудня',
  ],
  ['грудень', { kind: 'month', month: 12 }, [4], [YEAR_END], 'у грудні 2020 року: з 1 грудня до 31 грудня'],
];

describe.each(SHAPES)('«%s»', (_text, deadline, quarters, dueDates, sentence) => {
  it('knows its quarters', () => expect(quartersOf(deadline)).toEqual(quarters));
  it('knows its due days', () => expect(dueDatesOf(deadline, 2020)).toEqual(dueDates));
  it('says itself in words', () => expect(deadlineInWords(deadline, 2020, 'uk')).toBe(sentence));
});

describe('the shapes in English', () => {
  it.each<[Deadline, string]>([
    [{ kind: 'quarters', from: 4, to: 4 }, 'in quarter IV of 2020: from 1 October to 31 December'],
    [{ kind: 'quarters', from: 2, to: 3 }, 'in quarters II–III of 2020: from 1 April to 30 September'],
    [{ kind: 'all-year' }, 'throughout 2020: from 1 January to 31 December'],
    [{ kind: 'every-quarter' }, 'every quarter of 2020: by 31 March, 30 June, 30 September and 31 December'],
    [{ kind: 'month', month: 12 }, 'in December 2020: from 1 December to 31 December'],
  ])('%j', (deadline, sentence) => {
    expect(deadlineInWords(deadline, 2020, 'en')).toBe(sentence);
  });
});

describe('the time of a measure', () => {
  const thirdQuarter: Deadline = { kind: 'quarters', from: 3, to: 3 };

  it('runs from the first day of its first quarter to the last day of its last', () => {
    expect(windowOf({ kind: 'quarters', from: 2, to: 3 }, 2020)).toEqual({ from: '2020-04-01', until: '2020-09-30' });
    expect(windowOf({ kind: 'month', month: 2 }, 2020)).toEqual({ from: '2020-02-01', until: '2020-02-29' });
    expect(windowOf({ kind: 'month', month: 12 }, 2021)).toEqual({ from: '2021-12-01', until: '2021-12-31' });
  });

  it.each([
    ['2020-06-30', 'ahead'],
    ['2020-07-01', 'running'],
    ['2020-09-30', 'running'],
    ['2020-10-01', 'past'],
  ])('on %s the third quarter is %s (rule 70)', (today, timing) => {
    expect(timingOf(thirdQuarter, 2020, today)).toBe(timing);
  });

  it('finds the next due day of a quarterly measure', () => {
    expect(nextDueOn({ kind: 'every-quarter' }, 2020, '2020-06-30')).toBe('2020-06-30');
    expect(nextDueOn({ kind: 'every-quarter' }, 2020, '2020-07-01')).toBe('2020-09-30');
    expect(nextDueOn(thirdQuarter, 2020, '2020-10-01')).toBeNull();
  });

  it('tells the quarter of a day', () => {
    expect(['2020-01-01', '2020-03-31', '2020-04-01', '2020-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4]);
  });
});
