import { numberText, plainNumber, wholeNumber } from './index.js';

describe('a number as it is typed or pasted', () => {
  it.each([
    ['1500', '1500'],
    ['1 500,50', '1500.50'],
    ['1500.50', '1500.50'],
    ['1\u00a0500,50', '1500.50'],
    ['1\u202f500,50', '1500.50'],
    ['1\u2009500\u2009000', '1500000'],
    ['\u200b1\t500 ', '1500'],
    ["1'500,50", '1500.50'],
    ['1,500.50', '1500.50'],
    ['1.500,50', '1500.50'],
    ['1,500,000.5', '1500000.5'],
    ['−3,5', '-3.5'],
    ['-0', '-0'],
    ['1.5', '1.5'],
  ])('reads «%s»', (text, plain) => expect(plainNumber(text)).toBe(plain));

  it.each(['', ' ', ',5', '5,', '1,500,50', '1.2.3', '1,50.5', '1 грн', 'сто', '٣', '1e5', '--1'])(
    'refuses «%s»',
    (text) => expect(plainNumber(text)).toBeNull(),
  );

  it('takes a whole number also with the empty fraction of a spreadsheet', () => {
    expect(['12', '1 200,00', '1.0', '-3', '2,5', '1e3', '99999999999999999'].map(wholeNumber)).toEqual([
      ...[12, 1200, 1, -3, null, null, null],
    ]);
  });
});

describe('a number in words of a language', () => {
  it.each([
    [1234.5, 'uk', {}, '1\u00a0234,5'],
    [1234.5, 'en', {}, '1,234.5'],
    [1234.5, 'uk', { least: 2, most: 2 }, '1\u00a0234,50'],
    [1 / 3, 'uk', { most: 2 }, '0,33'],
    [7, 'en', { least: 2, most: 2 }, '7.00'],
  ])('%d in %s', (value, lang, digits, text) => expect(numberText(value, lang, digits)).toBe(text));
});
