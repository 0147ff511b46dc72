import { standingOf } from './feedback.js';

describe('what a criterion says about a proposal', () => {
  it.each([
    ['exactly four fifths of the points', 8, 2, 'strength'],
    ['a hair less', 39, 10, 'even'],
    ['exactly half of them', 5, 2, 'even'],
    ['less than half', 7, 3, 'gap'],
    ['nothing', 0, 3, 'gap'],
  ])('%s: %i points of %i sheets', (_what, sum, count, standing) =>
    expect(standingOf({ sum, count, maxPoints: 5 })).toBe(standing),
  );
});
