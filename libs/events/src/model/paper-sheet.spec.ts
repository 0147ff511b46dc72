import { readPaperSheet } from './paper-sheet.js';

describe('a paper sheet as it is typed', () => {
  it('is one person in a line, with organisation and telephone in any order', () => {
    expect(
      readPaperSheet('Ткач Ірина; ГО «Лан»; +38 050 111-22-33\n\nКоваль Петро\t0501112233\nБойко Ніна\n;порожній'),
    ).toEqual([
      { fullName: 'Ткач Ірина', organisation: 'ГО «Лан»', phone: '+38 050 111-22-33' },
      { fullName: 'Коваль Петро', organisation: null, phone: '0501112233' },
      { fullName: 'Бойко Ніна', organisation: null, phone: null },
    ]);
  });
});
