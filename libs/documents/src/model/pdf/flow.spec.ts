import { flow, type Piece } from './flow.js';

const PAGE = { top: 10, bottom: 50 };

interface Strip extends Partial<Omit<Piece, 'reopening'>> {
  name: string;
  head?: { name: string; height: number };
}

/** Where each strip came to stand: 'page:top'. */
function places(strips: Strip[]): Record<string, string> {
  const found: Record<string, string> = {};
  let page = 1;
  const note = (name: string) => (top: number) => void (found[name] = `${page}:${top}`);
  const pieces = strips.map(({ name, head, ...strip }): Piece => {
    const reopening = head && { height: head.height, paint: note(head.name) };
    return { height: 10, gapAbove: 0, keepWithNext: false, ...strip, reopening, paint: note(name) };
  });
  flow(pieces, { ...PAGE, next: () => void (page += 1) });
  return found;
}

describe('flow', () => {
  it('fills a page to its last point, then opens the next', () => {
    const strips = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
    expect(places(strips)).toEqual({ a: '1:10', b: '1:20', c: '1:30', d: '1:40', e: '2:10' });
  });

  it('moves a heading to the page of its text', () => {
    const strips = [{ name: 'text', height: 30 }, { name: 'heading', keepWithNext: true }, { name: 'next' }];
    expect(places(strips)).toEqual({ text: '1:10', heading: '2:10', next: '2:20' });
  });

  it('breaks a chain that no page can hold', () => {
    const strips = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, keepWithNext: true }));
    expect(places(strips)).toEqual({ a: '1:10', b: '1:20', c: '1:30', d: '1:40', e: '2:10' });
  });

  it('swallows the gap at the top of a page, and takes the larger of two that meet', () => {
    const strips = [
      { name: 'a', gapAbove: 5, gapBelow: 7 },
      { name: 'b', gapAbove: 3 },
      { name: 'c', gapAbove: 5, height: 20 },
    ];
    expect(places(strips)).toEqual({ a: '1:10', b: '1:27', c: '2:10' });
  });

  it('repeats the head of a table that goes on', () => {
    const strips = [
      { name: 'row 1', height: 40, head: { name: 'head', height: 5 } },
      { name: 'row 2', head: { name: 'head', height: 5 } },
    ];
    expect(places(strips)).toEqual({ 'row 1': '1:10', head: '2:10', 'row 2': '2:15' });
  });

  it('opens a page on demand, but no empty one', () => {
    const brk = { height: 0, opensPage: true };
    const strips = [{ name: 'a' }, { name: 'break', ...brk }, { name: 'again', ...brk }, { name: 'b', gapAbove: 4 }];
    expect(places(strips)).toEqual({ a: '1:10', break: '2:10', again: '2:10', b: '2:10' });
  });
});
