import { deskGroup, grouped, SHOWN_MAX } from './desk-groups.js';

const now = new Date('2020-11-10T10:00:00Z');

describe('the desk by date', () => {
  it.each([
    ['2020-11-10T09:59:59Z', 'overdue'],
    ['2020-11-10T21:59:59Z', 'today'],
    ['2020-11-10T22:00:00Z', 'week'], // midnight in Kyiv
    ['2020-11-17T21:59:59Z', 'week'],
    ['2020-11-17T22:00:00Z', 'later'],
  ])('%s is %s', (dueAt, group) => {
    expect(deskGroup(new Date(dueAt), now)).toBe(group);
  });

  it('leaves out what is empty and puts what has no date last', () => {
    const items = [{ dueAt: null }, { dueAt: new Date('2020-12-10T10:00:00Z') }];
    expect(grouped(items, now)).toEqual([
      { group: 'later', count: 1, items: [items[1]] },
      { group: 'undated', count: 1, items: [items[0]] },
    ]);
  });

  it('shows the first of many and says how many there are; the one that was asked for to its end', () => {
    const items = Array.from({ length: SHOWN_MAX + 5 }, () => ({ dueAt: null }));
    const [short] = grouped(items, now);
    expect([short!.count, short!.items.length]).toEqual([SHOWN_MAX + 5, SHOWN_MAX]);
    expect(grouped(items, now, 'undated')[0]!.items).toHaveLength(SHOWN_MAX + 5);
  });
});
