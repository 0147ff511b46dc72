import type { Outcome } from './allocate.js';
import { directorLines, type Advice, type Departure } from './director-lines.js';

const row = (applicationId: string, outcome: Outcome, place: number | null, amountKop = 0) => ({
  applicationId,
  computed: { applicationId, outcome, place, amountKop, isPartial: false, restKop: 0 },
});
const ROWS = [
  row('a', 'funded', 1, 600),
  row('b', 'funded', 2, 300),
  row('c', 'next', 3),
  row('d', 'not-funded', null),
];
const decide = (advice: [string, Advice][] = [], departures: [string, Departure][] = []) =>
  directorLines(ROWS, new Map(advice), new Map(departures));

describe('the lines of an order by which the director distributes the money', () => {
  it('rule 48: are those of the rating when he says nothing else', () => {
    const { lines, problems } = decide();
    expect(problems).toEqual([]);
    expect(lines.map(({ outcome, amountKop }) => [outcome, amountKop])).toEqual([
      ['funded', 600],
      ['funded', 300],
      ['next', 0],
      ['not-funded', 0],
    ]);
  });

  it('give a declined proposal nothing and its money to nobody, with a public reason', () => {
    const { lines } = decide([], [['a', { isDeclined: true, note: 'Захід уже проведено.' }]]);
    expect(lines[0]).toMatchObject({ outcome: 'not-funded', amountKop: 0, reason: 'not-supported' });
    expect(lines[0]!.note).toBe('Захід уже проведено.');
    expect(lines[2]).toMatchObject({ outcome: 'next', amountKop: 0 });
    expect(decide([], [['a', { isDeclined: true, note: '' }]]).problems).toEqual([
      { field: 'note-a', code: 'awards.departure-reason' },
    ]);
  });

  it('need a reason against the advice of the commission, and none with it', () => {
    expect(
      decide([
        ['a', 'against'],
        ['b', 'for'],
      ]).problems,
    ).toEqual([{ field: 'note-a', code: 'awards.departure-reason' }]);
    const { lines, problems } = decide([['a', 'against']], [['a', { isDeclined: false, note: 'Оцінка найвища.' }]]);
    expect(problems).toEqual([]);
    expect(lines[0]).toMatchObject({ outcome: 'funded', amountKop: 600, note: 'Оцінка найвища.' });
  });

  it('rule 45: cannot lift what is below the passing score', () => {
    const { lines } = decide([], [['d', { isDeclined: false, note: 'Дуже треба.' }]]);
    expect(lines[3]).toMatchObject({ outcome: 'not-funded', amountKop: 0, reason: 'below-passing', note: '' });
  });
});
