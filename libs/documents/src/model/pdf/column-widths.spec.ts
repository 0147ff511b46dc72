import fc from 'fast-check';
import { columnWidths } from './column-widths.js';

describe('columnWidths', () => {
  it('gives each column what it needs, and the rest in proportion', () => {
    const columns = [
      { min: 10, natural: 20 },
      { min: 10, natural: 30 },
    ];
    expect(columnWidths(columns, 100)).toEqual([40, 60]);
  });

  it('takes from the long texts first when room is short', () => {
    const columns = [
      { min: 20, natural: 20 },
      { min: 20, natural: 60 },
      { min: 20, natural: 6_000 },
    ];
    expect(columnWidths(columns, 100)).toEqual([20, 40, 40]);
  });

  it('keeps the widths that were asked for', () => {
    const columns = [
      { fixed: 25, min: 90, natural: 90 },
      { min: 1, natural: 5 },
    ];
    expect(columnWidths(columns, 100)).toEqual([25, 75]);
  });

  it('always fills the page, exactly', () => {
    const column = fc.record({
      fixed: fc.option(fc.double({ min: 1, max: 300, noNaN: true }), { nil: undefined }),
      min: fc.double({ min: 1, max: 300, noNaN: true }),
      natural: fc.double({ min: 1, max: 3000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
        const widths = columnWidths(columns, 480);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480, 6);
        expect(widths.filter((width) => width < 0)).toEqual([]);
      }),
    );
  });
});
