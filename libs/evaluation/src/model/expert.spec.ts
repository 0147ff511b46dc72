import { loadLimits } from './expert.js';

describe('the limits of experts', () => {
  it('are an even share with room for one more', () => {
    expect(loadLimits(10, [null, null, null, null])).toEqual([4, 4, 4, 4]);
  });

  it('give to others what somebody does not take («не більше 2»)', () => {
    expect(loadLimits(12, [2, null, null])).toEqual([2, 6, 6]);
  });

  it('stay what the experts said when all together are too few', () => {
    expect(loadLimits(10, [2, 3])).toEqual([2, 3]);
  });

  it('of nobody are none', () => {
    expect(loadLimits(10, [])).toEqual([]);
  });
});
