import { linksOf } from './conflict-question.js';

describe('declared links (rule 35)', () => {
  it('are one a line, with the ЄДРПОУ wherever it stands; empty and repeated lines fall away', () => {
    expect(linksOf('organisation', ' ГО «Степ»,  32855961, член ради \n\nГО без коду\nГО без коду')).toEqual([
      { kind: 'organisation', line: 'ГО «Степ», 32855961, член ради', edrpou: '32855961' },
      { kind: 'organisation', line: 'ГО без коду', edrpou: null },
    ]);
  });

  it('take no longer number for a code, and no code from a name', () => {
    expect(linksOf('organisation', 'тел. 380501234567')[0]!.edrpou).toBeNull();
    expect(linksOf('close-person', 'Ткач Ірина 32855961')[0]!.edrpou).toBeNull();
  });
});
