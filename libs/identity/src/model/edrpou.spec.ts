import { isEdrpou } from './edrpou.js';

describe('ЄДРПОУ', () => {
  it.each(['00019442', '33951844', '36068147', '40479801', '40195208', '32855961'])('%s is a code', (code) => {
    expect(isEdrpou(code)).toBe(true);
  });

  it.each([
    // 1·1 + 6·7 = 43, remainder 10; with every weight two more 1·3 + 6·9 = 57, remainder 2.
    ['10000062', true],
    ['10000060', false],
    // 7·3 + 4·5 + 4·6 = 65, remainder 10; 9·3 + 4·7 + 4·8 = 87, remainder 10 again: 0.
    ['30000440', true],
  ])('%s takes the second weights: %p', (code, valid) => {
    expect(isEdrpou(code)).toBe(valid);
  });

  it.each(['32855968', '3285596', '328559610', '3285596a', '', '٣٢٨٥٥٩٦١'])('%p is none', (code) => {
    expect(isEdrpou(code)).toBe(false);
  });
});
