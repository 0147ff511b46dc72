import { cleanText } from './clean-text.js';

const all = (): boolean => true;

describe('cleanText', () => {
  it('composes letters that were typed in two parts', () => {
    expect(cleanText('и\u0306 і\u0308', all)).toBe('й ї');
  });

  it('drops what cannot be seen and could turn a name around', () => {
    expect(cleanText('звіт\u202efdp\u200b.\u0007exe', all)).toBe('звітfdp.exe');
  });

  it('knows one line break, one space', () => {
    expect(cleanText('один\r\nдва\rтри\u2028чотири\t  п’ять', all)).toBe('один\nдва\nтри\nчотири п’ять');
  });

  it('marks what the font cannot draw, one mark per character', () => {
    const ascii = (point: number): boolean => point < 0x80;
    expect(cleanText('a😀b', ascii)).toBe('a\ufffdb');
  });
});
