import { strToU8, zipSync } from 'fflate';
import { planOf2020, readPlanFile } from '#libs/measures';
import { partiesOfCell, planFileOf, problemsOf } from './plan-file-of-rows.js';
import type { DraftRow } from './plan-rows.js';
import { readDeadline } from './read-deadline.js';
import { readDocxTables } from './read-docx-table.js';
import { readPlanTable } from './read-plan-table.js';

const approval = {
  ...{ title: 'План', approvedByPosition: 'Голова', approvedByName: 'Сергій ГАЙДАЙ', approvedOn: '2020-12-20' },
  ...{ signedByPosition: 'Директор', signedByName: 'Андрій ЗАЙЦЕВ' },
};
const seed = planOf2020();
const rowsOfSeed: DraftRow[] = seed.directions.flatMap(({ number, title, measures }) =>
  measures.map((measure) => ({
    ...{ directionNumber: number, directionTitle: title, number: measure.number, title: measure.title },
    deadlineText: measure.deadline.text,
    parties: measure.parties.map(({ text, byConsent }) => text + (byConsent ? ' (за згодою)' : '')).join(', '),
  })),
);

const long = (signs: number) =>
  `<w:tr>${['2.1', 'а'.repeat(signs), 'протягом року', 'ІГС'].map((text) => `<w:tc><w:t>${text}</w:t></w:tc>`).join('')}</w:tr>`;

describe('a plan from a table', () => {
  it('knows every shape of deadline of the seed, and refuses others', () => {
    for (const { deadline } of seed.directions.flatMap(({ measures }) => measures))
      expect(readDeadline(deadline.text)).toMatchObject({ kind: deadline.kind, text: deadline.text });
    expect(readDeadline('ІІ–IV квартал')).toMatchObject({ from: 2, to: 4 });
    expect([readDeadline('колись'), readDeadline('IV-II квартал')]).toEqual([null, null]);
  });

  it('of the seed itself comes out as the seed: measures, deadlines, marks of consent', () => {
    const known = seed.parties.map(({ key, name, nameEn }) => ({
      key,
      name,
      nameEn: nameEn ?? null,
      officialText: name,
    }));
    expect(problemsOf(rowsOfSeed)).toEqual([]);
    const file = readPlanFile(planFileOf(2021, rowsOfSeed, approval, known));
    expect(file.directions.map(({ measures }) => measures.length)).toEqual(
      seed.directions.map(({ measures }) => measures.length),
    );
    const marks = (plan: typeof seed) =>
      plan.directions.flatMap(({ measures }) =>
        measures.map(({ parties }) => parties.filter((one) => one.byConsent).length),
      );
    expect(marks(file)).toEqual(marks(seed));
  });

  it('keeps commas inside of names, and the mark with its party', () => {
    expect(partiesOfCell('Рада (міська, районна), ГО «Сад, ліс» (за згодою)', [])).toMatchObject([
      { text: 'Рада (міська, районна)', byConsent: false },
      { text: 'ГО «Сад, ліс»', byConsent: true },
    ]);
  });

  it('is read from a DOCX and from cells: directions are rows of their own', () => {
    const cell = (words: string) => `<w:tc><w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p></w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const xml = `<w:document><w:tbl>${row('№ з/п', 'Найменування заходу', 'Строк', 'Відповідальні')}${row('2. Процедури участі', '', '', '')}${row('2.1', 'Консультації &amp; експертиза', 'протягом року', 'Департамент, ІГС (за згодою)')}</w:tbl></w:document>`;
    const tables = readDocxTables(Buffer.from(zipSync({ 'word/document.xml': strToU8(xml) })));
    expect(readPlanTable(tables)).toEqual([
      {
        ...{
          directionNumber: 2,
          directionTitle: 'Процедури участі',
          number: '2.1',
          title: 'Консультації & експертиза',
        },
        ...{ deadlineText: 'протягом року', parties: 'Департамент, ІГС (за згодою)' },
      },
    ]);
    expect(() => readDocxTables(Buffer.from('не документ'))).toThrow('no document inside');
  });

  it('takes nothing but one reading of a DOCX, whatever is left open in it', () => {
    const docx = (xml: string) => Buffer.from(zipSync({ 'word/document.xml': strToU8(xml) }));
    for (const open of ['<w:tr>', '<w:tr ', '<w:tc>', '<w:t ', '<w:t>'])
      expect(readDocxTables(docx(`<w:tr><w:tc>${open.repeat(100_000)}`))).toEqual([]);
    expect(() => readDocxTables(docx('<w:tr></w:tr>'.repeat(5_001)))).toThrow('too many rows');
    const [row] = readPlanTable(readDocxTables(docx(long(3_000))));
    expect(problemsOf([row!])).toMatchObject([{ code: 'too-long' }]);
  });
});
