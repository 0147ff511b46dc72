import { readCell, type Cell } from './read-cell.js';
import type { RegisterColumn } from './register.js';

const read = (kind: RegisterColumn['kind'], cell: Cell, isRequired = true) => {
  const column: RegisterColumn = { field: 'note', kind, isRequired, example: '' };
  const { value, problem, warning } = readCell(column, cell, new Map([['попередження', 'warning']]));
  return problem ?? (warning ? [value, warning] : value);
};

describe('a cell', () => {
  it('rule 21: sums as people write them and as a spreadsheet keeps them', () => {
    expect(['1 500,50', '1\u00a0500.50', '1500,5 грн', 1500.5, 0.1 + 0.2].map((cell) => read('money', cell))).toEqual([
      150_050, 150_050, 150_050, 150_050, 30,
    ]);
    expect(['багато', -5, 1.005].map((cell) => read('money', cell))).toEqual(['money', 'money', 'money-parts']);
  });

  it('days as people write them, as a spreadsheet shows them, and as it counts them', () => {
    expect(['05.10.2020', '2020-10-05', 44109].map((cell) => read('day', cell))).toEqual(Array(3).fill('2020-10-05'));
    expect(['31.02.2020', 'жовтень', 5].map((cell) => read('day', cell))).toEqual(['day', 'day', 'day']);
  });

  it('rule 5: a code with its check digit; zeros that a spreadsheet dropped come back with a warning', () => {
    expect(read('edrpou', '32855961')).toBe('32855961');
    expect(read('edrpou', 32855968)).toBe('edrpou-digit');
    expect(read('edrpou', 131587)).toEqual(['00131587', 'edrpou-padded']);
    expect(read('edrpou', 'АБ123456')).toBe('edrpou');
  });

  it('years, choices, and what a formula could not compute', () => {
    expect([read('year', '2019'), read('year', 2019), read('year', '19')]).toEqual([2019, 2019, 'year']);
    expect([read('choice', 'ПОПЕРЕДЖЕННЯ'), read('choice', 'догана')]).toEqual(['warning', 'choice']);
    expect([read('text', '#REF!'), read('money', '#DIV/0!'), read('text', '#N/A')]).toEqual(
      Array(3).fill('formula-error'),
    );
  });

  it('may be empty only where it is not required', () => {
    expect([read('text', '  '), read('text', null, false)]).toEqual(['required', null]);
  });
});
