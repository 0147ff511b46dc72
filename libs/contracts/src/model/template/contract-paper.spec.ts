import type { ContractRow } from '../contract.js';
import type { ContractContent } from './contract-content.js';
import { contractPaper } from './contract-paper.js';
import { markersIn, unknownMarkers } from './markers.js';
import { NEEDED, SECTIONS, SHIPPED } from './sections.js';

const contract = {
  ...{ subject: 'Сад {{сума}}', sumKop: 60_000_00, startsOn: '2021-03-01', endsOn: '2021-11-30', place: '' },
  ...{ kpkvk: '2310180', kekv: '2610', iban: 'UA303348510000026206114040874', treasuryIban: null },
  ...{ signerName: 'Ткач Ірина Іванівна', signerPosition: 'голова', ground: 'Статуту', agreedAt: null },
} as unknown as ContractRow;
const content: ContractContent = {
  contract,
  parts: {
    stages: [{ month: '2021-03', title: 'Відкриття', place: 'Сквер' }],
    indicators: [
      { kind: 'quantitative', title: 'Учасники', unit: 'осіб', baseline: '0', planned: '100', source: 'списки' },
    ],
    lines: [{ category: 'матеріали', title: 'Лави', fundedKop: 60_000_00, ownKop: 0 }],
    instalments: [{ amountKop: 60_000_00, dueOn: '2021-03-01', waitsForReport: true }],
  },
  ...{ competitionTitle: 'Конкурс', registerCode: '1.1-2021/001', budgetYear: 2021 },
  organiser: {
    name: 'Департамент',
    edrpou: '00000017',
    city: 'Місто',
    director: 'Оксана',
    directorPosition: 'Директор',
  },
  organisation: { name: 'ГО «Сад»', edrpou: '00000023', address: 'вул. Нова, 1' },
  ...{ finalReportDays: 10, budgetChangePercent: 10, signing: null },
};
const said = (): string => JSON.stringify(contractPaper(content, SHIPPED));

describe('the paper of a contract', () => {
  it('rule 59: holds parties, subject, sum in words, stages, indicators, payments, reporting, monitoring, return, disputes', () => {
    for (const words of [
      ...['Департамент', 'ГО «Сад»', 'шістдесят тисяч гривень', 'Відкриття', 'Учасники', 'після прийняття звіту'],
      ...['10 календарних днів', 'моніторинг', 'повертає до бюджету', 'спір розглядає суд', '2310180', '2610', '10 %'],
    ])
      expect(said()).toContain(words);
  });

  it('rule 59: the text that comes with the system knows every marker that it needs', () => {
    for (const key of SECTIONS) {
      expect(unknownMarkers(SHIPPED[key])).toEqual([]);
      expect(markersIn(SHIPPED[key])).toEqual(expect.arrayContaining([...(NEEDED[key] ?? [])]));
    }
  });

  it('reads no marker in what people typed', () => {
    expect(said()).toContain('«Сад {{сума}}»');
  });
});
