import { revisionProblems, whyNoRevision, type SecondScore } from './second-score.js';

const UNTIL = new Date('2020-12-04T21:59:59Z');
const OPEN: SecondScore = { until: UNTIL, isClosed: false, isSigned: true, isRevised: false, slot: 'attended' };
const why = (one: Partial<SecondScore>, now = new Date('2020-12-02T10:00:00Z'), competitionState = 'scoring') =>
  whyNoRevision({ ...OPEN, ...one }, { now, competitionState });

describe('rule 43: the second score after the defence', () => {
  it('is open once the proposal was heard, or nobody came, to the last second', () => {
    expect([why({}), why({ slot: 'missed' }), why({}, UNTIL)]).toEqual([null, null, null]);
    expect(why({}, new Date('2020-12-04T22:00:00Z'))).toBe('evaluation.revision-over');
  });

  it.each<[Partial<SecondScore>, string]>([
    [{ until: null }, 'revision-none'],
    [{ isSigned: false }, 'revision-unsigned'],
    [{ isRevised: true }, 'revision-once'],
    [{ slot: 'planned' }, 'revision-not-heard'],
    [{ slot: null }, 'revision-not-heard'],
    [{ isClosed: true }, 'revision-over'],
  ])('%j: %s', (one, code) => expect(why(one)).toBe(`evaluation.${code}`));

  it('is shut while the competition is stopped, and when it is rated', () => {
    expect(why({}, UNTIL, 'suspended')).toBe('evaluation.scoring-stopped');
    expect(why({}, UNTIL, 'rated')).toBe('evaluation.not-scoring');
  });
});

describe('rule 42: an amended sheet', () => {
  const criteria = ['fit', 'results'].map((key) => ({ id: key, key, title: key, maxPoints: 5, points: 3 }));
  const entered = (fit: number | null, results: number | null, reason = '') => [
    { key: 'fit', points: fit, comment: reason },
    { key: 'results', points: results, comment: '' },
  ];
  const codes = (...of: Parameters<typeof entered>) =>
    revisionProblems(criteria, entered(...of)).map(({ field, code }) => `${field} ${code}`);

  it('says why, criterion by criterion, what was changed', () => {
    expect(codes(4, 3, 'На захисті показали угоду про приміщення.')).toEqual([]);
    expect(codes(4, 3)).toEqual(['comments[fit] evaluation.revision-reason']);
    expect(codes(4, 2, 'Так.')).toEqual(['comments[results] evaluation.revision-reason']);
    expect(codes(4, 3, 'я'.repeat(1_001))).toEqual(['comments[fit] platform.too-long']);
  });

  it('is whole, inside the scale, and different', () => {
    expect(codes(6, 3, 'Так.')).toEqual(['points[fit] evaluation.points-range']);
    expect(codes(4, null, 'Так.')).toEqual(['points[results] evaluation.points-missing']);
    expect(codes(3, 3, 'Так.')).toEqual([' evaluation.revision-same']);
  });
});
