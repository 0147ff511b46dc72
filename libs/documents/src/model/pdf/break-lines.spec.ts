import { breakLines, type Run } from './break-lines.js';

/** Every character is one unit wide. */
function lines(text: string | Run[], width: number): string[] {
  const runs = typeof text === 'string' ? [{ text, face: 'regular' as const }] : text;
  return breakLines(runs, width, (part) => part.length).map((line) =>
    line.segments.map((segment) => segment.text).join(''),
  );
}

describe('breakLines', () => {
  it('breaks at spaces and counts no space at the end of a line', () => {
    expect(lines('один два три', 8)).toEqual(['один два ', 'три']);
  });

  it('loses no character', () => {
    const text = 'Проєкт «Школа під’їздів» / п. 12 ст. 5 — 1 500 000,00 грн, «інформаційно-просвітницький» захід';
    for (let width = 1; width < 60; width += 1) expect(lines(text, width).join('')).toBe(text);
  });

  it.each([
    ['a dash does not start a line', 'за — 7', 4, ['за — ', '7']],
    ['a word of one letter goes with the next', 'дім у селі', 6, ['дім ', 'у селі']],
    ['a number sign goes with its number', 'наказ № 57', 8, ['наказ ', '№ 57']],
    ['an article goes with its number', 'згідно ст. 12', 11, ['згідно ', 'ст. 12']],
    ['a surname goes with its initials', 'член Бондар С. М. сказав', 15, ['член ', 'Бондар С. М. ', 'сказав']],
    ['an amount goes with its currency', 'сума 1 500,00 грн', 14, ['сума ', '1 500,00 грн']],
    ['a compound word breaks after its hyphen', 'інформаційно-просвітній', 14, ['інформаційно-', 'просвітній']],
    ['a register number does not', 'номер 1.1/2020-007', 12, ['номер ', '1.1/2020-007']],
  ])('%s', (_rule, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('cuts a word that is wider than the line', () => {
    expect(lines('aa бббббб', 4)).toEqual(['aa ', 'бббб', 'бб']);
  });

  it('parts what belongs together only where no line can hold it', () => {
    expect(lines('Бондар С. М.', 8)).toEqual(['Бондар ', 'С. М.']);
  });

  it('keeps empty lines', () => {
    expect(lines('а\n\nб', 5)).toEqual(['а', '', 'б']);
  });

  it('gives one empty line for an empty text', () => {
    expect(lines('', 5)).toEqual(['']);
  });

  it('goes on with another face on the same line', () => {
    const [first, second] = breakLines(
      [
        { text: 'СЛУХАЛИ: ', face: 'bold' },
        { text: 'про рейтинг', face: 'regular' },
      ],
      13,
      (part) => part.length,
    );
    expect(first!.segments).toEqual([
      { text: 'СЛУХАЛИ: ', face: 'bold', width: 9 },
      { text: 'про ', face: 'regular', width: 4 },
    ]);
    expect(first!.width).toBe(12);
    expect(second!.segments).toEqual([{ text: 'рейтинг', face: 'regular', width: 7 }]);
  });
});
