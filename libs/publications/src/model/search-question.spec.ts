import { isAsked, readSearch, searchAddress } from './search-question.js';

describe('what is searched', () => {
  it('is read from the address, odd values left out', () => {
    expect(readSearch({ q: '  книга — село ', kind: 'projects', year: '2021', authority: 'masscom' })).toEqual({
      text: 'книга — село',
      words: ['книга', 'село'],
      registerCode: null,
      kind: 'projects',
      year: 2021,
      authority: 'masscom',
    });
    const odd = readSearch({ q: ['x'], kind: 'people', year: '1999 or 1=1', authority: '../x' });
    expect(odd).toEqual({ text: '', words: [], registerCode: null, kind: null, year: null, authority: null });
    expect(isAsked(odd)).toBe(false);
  });

  it('knows the number of a proposal from other words', () => {
    const codeIn = (q: string) => readSearch({ q }).registerCode;
    expect(['1.1-2021/001', '1.1-2021', 'конкурс 1.1-2021/001'].map(codeIn)).toEqual(['1.1-2021/001', null, null]);
  });

  it('has limits on length and words', () => {
    expect(readSearch({ q: 'я '.repeat(500) }).words).toHaveLength(8);
    expect(readSearch({ q: 'я'.repeat(500) }).text).toHaveLength(100);
  });

  it('is an address that can be sent to a friend', () => {
    const question = readSearch({ q: 'книга', year: '2021' });
    expect(searchAddress('/search', question, { kind: 'projects' })).toBe(
      `/search?q=${encodeURIComponent('книга')}&kind=projects&year=2021`,
    );
  });
});
