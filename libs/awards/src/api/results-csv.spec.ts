import { resultsCsv } from './results-csv.js';

const line = {
  outcome: 'funded',
  place: 1,
  organisation: 'ГО «Читальня»',
  edrpou: '01234567',
  settlement: 'Сватове',
  title: 'Книга їде в село',
  registerCode: '1.1-2021/001',
  score: '16.25',
  requested: '97742.00',
  awarded: '97742.00',
  reason: null,
} as const;

describe('results as CSV', () => {
  it('has a heading and one line per proposal, leading zeros kept', () => {
    expect(resultsCsv([line])).toBe(
      '\uFEFFoutcome,place,organisation,edrpou,settlement,title,registerCode,score,requested,awarded,reason\r\n' +
        'funded,1,ГО «Читальня»,01234567,Сватове,Книга їде в село,1.1-2021/001,16.25,97742.00,97742.00,\r\n',
    );
  });

  it.each([
    ['Кіно, театр', '"Кіно, театр"'],
    ['ГО "Лад"', '"ГО ""Лад"""'],
    ['дві\nстрічки', '"дві\nстрічки"'],
    ['=HYPERLINK(1)', "'=HYPERLINK(1)"],
    ['@sum', "'@sum"],
  ])('writes «%s» safely', (title, cell) => {
    expect(
      resultsCsv([{ ...line, title }])
        .split('Сватове,')[1]!
        .split(',1.1-2021')[0],
    ).toBe(cell);
  });
});
