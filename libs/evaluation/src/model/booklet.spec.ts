import { bookletParts } from './booklet.js';

describe('the booklet of a queue', () => {
  it('loses no proposal and keeps the order', () => {
    const parts = bookletParts(['a', 'b', 'c', 'd', 'e'], 2);
    expect(parts.map(({ number, from, until }) => [number, from, until])).toEqual([
      [1, 1, 2],
      [2, 3, 4],
      [3, 5, 5],
    ]);
    expect(parts.flatMap(({ rows }) => rows)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('of an empty queue has no parts', () => {
    expect(bookletParts([])).toEqual([]);
  });
});
