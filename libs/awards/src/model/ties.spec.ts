import { tiesOf } from './ties.js';

const row = (place: number | null, numerator: number, denominator: number, tieStep: string | null) => ({
  place,
  score: { numerator, denominator },
  tieStep,
});

describe('ties that were split', () => {
  it('puts exactly equal scores together, also over different numbers of sheets', () => {
    const rating = [
      row(1, 33, 2, null),
      row(2, 32, 2, 'criterion:fit'),
      row(3, 48, 3, 'criterion:fit'),
      row(4, 30, 2, 'submitted-earlier'),
      row(5, 15, 1, 'submitted-earlier'),
      row(6, 14, 1, null),
      row(null, 4, 1, 'submitted-earlier'),
    ];
    expect(tiesOf(rating).map((tie) => tie.map(({ place }) => place))).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });
});
