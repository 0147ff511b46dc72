import { formatMoney, parseMoney } from './index.js';

describe('money', () => {
  it.each([
    ['1 500,50', 150050],
    ['1500.5', 150050],
    ['1\u00a0500', 150000],
    ['1 500 грн', 150000],
    ['0,01', 1],
    ['1\u202f500,5\u00a0грн.', 150050],
    ['1,500.50', 150050],
  ])('reads %s', (text, kop) => expect(parseMoney(text)).toBe(kop));

  it.each(['', '1,500,50', '-5', '1.234', 'сто', '99999999999999'])('refuses «%s»', (text) =>
    expect(parseMoney(text)).toBeNull(),
  );

  it('writes kopecks in both languages', () => {
    expect(formatMoney(123456789, 'uk')).toBe('1\u00a0234\u00a0567,89\u00a0грн');
    expect(formatMoney(5, 'en')).toBe('UAH\u00a00.05');
  });
});
