import { isUnexplained, sheetProblems, whyNotStarted, whyScoringIsClosed } from './sheet.js';

const window = {
  now: new Date('2020-11-20T10:00:00Z'),
  competitionState: 'scoring',
  scoringFrom: new Date('2020-11-16T07:00:00Z'),
  scoringUntil: new Date('2020-11-27T16:00:00Z'),
};
const criteria = [
  { id: '1', key: 'fit', title: 'Мета', maxPoints: 5 },
  { id: '2', key: 'results', title: 'Результати', maxPoints: 10 },
];
const scores = (fit: number | null, results: number | null) => [
  { key: 'fit', points: fit, comment: '' },
  { key: 'results', points: results, comment: '' },
];

describe('a low score', () => {
  const score = (points: number, comment = '') => isUnexplained({ points, maxPoints: 5, comment });

  it('asks for a sentence that explains it', () => {
    expect([score(0), score(2), score(3)]).toEqual([true, true, false]);
    expect(score(2, '   мало   ' + ' '.repeat(60))).toBe(true);
    expect(score(2, 'Кошторис удвічі вищий за ринкові ціни, а обґрунтування немає.')).toBe(false);
  });
});

describe('the scoring window (rule 40)', () => {
  it.each([
    ['2020-11-16T06:59:59Z', 'evaluation.scoring-not-yet'],
    ['2020-11-16T07:00:00Z', null],
    ['2020-11-27T16:00:00.900Z', null],
    ['2020-11-27T16:00:01Z', 'evaluation.scoring-over'],
  ])('at %s: %s', (now, reason) => {
    expect(whyScoringIsClosed({ ...window, now: new Date(now) })).toBe(reason);
  });

  it('is open only while the competition is being scored', () => {
    expect(whyScoringIsClosed({ ...window, competitionState: 'admission' })).toBe('evaluation.not-scoring');
    expect(whyScoringIsClosed({ ...window, competitionState: 'suspended' })).toBe('evaluation.scoring-stopped');
  });

  it('lets sign after its last second what was ready before it', () => {
    expect(whyNotStarted({ ...window, now: new Date('2020-11-28T16:00:00Z') })).toBeNull();
  });
});

describe('points of a sheet (rule 40)', () => {
  it('are inside the scale of their criterion: 6 of 5 is refused, 6 of 10 is not', () => {
    expect(sheetProblems(criteria, scores(6, 6), true)).toEqual([
      { field: 'points[fit]', code: 'evaluation.points-range', data: { title: 'Мета', max: 5 } },
    ]);
    expect(sheetProblems(criteria, scores(-1, 1.5), false)).toHaveLength(2);
  });

  it('may be missing in a draft, not in a ready sheet', () => {
    expect(sheetProblems(criteria, scores(0, null), false)).toEqual([]);
    expect(sheetProblems(criteria, scores(0, null), true)).toEqual([
      { field: 'points[results]', code: 'evaluation.points-missing', data: { title: 'Результати' } },
    ]);
  });
});
