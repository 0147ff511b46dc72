import { changeLines } from './award-change.js';
import type { AwardNow } from './allocation.js';

const award = (state: AwardNow['state'], amountKop: number): AwardNow => ({
  ...{ id: 'a', state, amountKop, isPartial: false },
});

describe('an order of change', () => {
  it('takes what the adopted rating gives no more, and gives what it gives now', () => {
    const lines = changeLines(
      [
        { applicationId: 'up', place: 1, amountKop: 20 },
        { applicationId: 'down', place: 3, amountKop: 0 },
        { applicationId: 'same', place: 2, amountKop: 60 },
        { applicationId: 'refused', place: 4, amountKop: 5 },
      ],
      [
        { applicationId: 'up', award: null },
        { applicationId: 'down', award: award('stands', 30) },
        { applicationId: 'same', award: award('stands', 60) },
        { applicationId: 'refused', award: award('refused', 5) },
      ],
    );
    expect(lines).toEqual([
      { applicationId: 'up', place: 1, beforeKop: 0, afterKop: 20 },
      { applicationId: 'down', place: 3, beforeKop: 30, afterKop: 0 },
    ]);
  });

  it('gives another sum to who has one', () => {
    const rows = [{ applicationId: 'one', place: 1, amountKop: 20 }];
    expect(changeLines(rows, [{ applicationId: 'one', award: award('stands', 30) }])).toEqual([
      { applicationId: 'one', place: 1, beforeKop: 30, afterKop: 20 },
    ]);
  });
});
