import { marked, markedSettings } from './rehearsal.js';

describe('the title of a rehearsal', () => {
  it('carries the mark once, in both languages, and keeps its longest length', () => {
    expect(marked('Конкурс')).toBe('НАВЧАЛЬНИЙ: Конкурс');
    expect(marked(marked('Конкурс'))).toBe('НАВЧАЛЬНИЙ: Конкурс');
    expect(marked('я'.repeat(300))).toHaveLength(300);
    expect(markedSettings({ title: 'Конкурс', titleEn: 'Call', potKop: 1 })).toEqual({
      ...{ title: 'НАВЧАЛЬНИЙ: Конкурс', titleEn: 'REHEARSAL: Call', potKop: 1 },
    });
    expect(markedSettings({ titleEn: null })).toEqual({ titleEn: null });
  });
});
