import { strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx, { type SheetData } from 'write-excel-file/node';
import type { InvalidInput } from '#libs/platform/errors';
import { LIMITS } from '../limits.js';
import { readTable } from './read-table.js';
import { templateOf } from './template.js';
import { offences } from '../registers/offences.js';

const xlsx = (cells: readonly (readonly unknown[])[]): Promise<Buffer> => {
  const data = cells.map((line) =>
    line.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd.mm.yyyy' } : { value })),
  );
  return writeXlsx(data as SheetData).toBuffer() as Promise<Buffer>;
};
/** The same workbook with other parts. */
const repacked = (content: Buffer, change: (parts: Record<string, Uint8Array>) => void): Buffer => {
  const parts = unzipSync(content);
  change(parts);
  return Buffer.from(zipSync(parts));
};
const refusal = async (name: string, content: Buffer): Promise<string> =>
  readTable({ name, content }).then(
    () => 'read',
    (error: InvalidInput) => error.fields[0]!.code,
  );

describe('a table', () => {
  it('of a workbook: days are days, sums are numbers, formulas are their values', async () => {
    const content = await xlsx([
      ['Дата', 'Сума', 'Разом'],
      [new Date('2020-10-05T00:00:00Z'), 1500.5, 7],
    ]);
    const withFormula = repacked(content, (parts) => {
      const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!)
        .toString()
        .replace('<v>7</v>', '<f>3+4</f><v>7</v>');
      expect(sheet).toContain('<f>');
      parts['xl/worksheets/sheet1.xml'] = strToU8(sheet);
    });
    expect(await readTable({ name: 'Дані.XLSX', content: withFormula })).toEqual([
      ['Дата', 'Сума', 'Разом'],
      ['2020-10-05', 1500.5, 7],
    ]);
  });

  it('of a CSV: with commas, semicolons or tabs, in UTF-8 or in the letters of Windows', async () => {
    const expected = [
      ['Назва', 'Сума'],
      ['ГО «Сад; і «ліс»', '1 500,50'],
    ];
    const texts = {
      semicolon: '\uFEFFНазва;Сума\r\n"ГО «Сад; і «ліс»";1 500,50\r\n',
      comma: 'Назва,Сума\n"ГО «Сад; і «ліс»","1 500,50"\n',
      tab: 'Назва\tСума\nГО «Сад; і «ліс»\t1 500,50',
    };
    for (const text of Object.values(texts))
      expect(await readTable({ name: 'a.csv', content: Buffer.from(text) })).toEqual(expected);
    // «Рік;Є» in windows-1251
    const windows = Buffer.from([0xd0, 0xb3, 0xea, 0x3b, 0xaa]);
    expect(await readTable({ name: 'a.csv', content: windows })).toEqual([['Рік', 'Є']]);
  });

  it('refuses macros, other kinds, what is broken, empty or too large', async () => {
    const plain = await xlsx([['а']]);
    const macros = repacked(plain, (parts) => (parts['xl/vbaProject.bin'] = new Uint8Array(8)));
    expect(await refusal('a.xlsx', macros)).toBe('registers.file-macros');
    expect(await refusal('a.xlsm', plain)).toBe('registers.file-macros');
    expect(await refusal('a.xls', plain)).toBe('registers.file-kind');
    expect(await refusal('a.xlsx', Buffer.from('не таблиця'))).toBe('registers.file-unreadable');
    expect(await refusal('a.xlsx', Buffer.from(zipSync({ 'a.xml': strToU8('<a/>') })))).toBe(
      'registers.file-unreadable',
    );
    expect(await refusal('a.csv', Buffer.from('а;"б'))).toBe('registers.file-unreadable');
    expect(await refusal('a.csv', Buffer.alloc(0))).toBe('registers.file-empty');
    expect(await refusal('a.csv', Buffer.alloc(LIMITS.fileMb * 1024 * 1024 + 1, 'a'))).toBe('registers.file-too-large');
    expect(await refusal('a.csv', Buffer.from('а;'.repeat(60)))).toBe('registers.too-many-columns');
  });

  it('refuses a bomb: a part that unpacks to more than may be', async () => {
    const bomb = repacked(await xlsx([['а']]), (parts) => {
      parts['xl/worksheets/sheet1.xml'] = new Uint8Array(LIMITS.unpackedMb * 1024 * 1024 + 1).fill(32);
    });
    expect(bomb.length).toBeLessThan(LIMITS.fileMb * 1024 * 1024);
    expect(await refusal('a.xlsx', bomb)).toBe('registers.file-unpacks-too-large');
  });

  it('lets a sheet that claims a cell at its far end take down nothing but the reading', async () => {
    const far = repacked(await xlsx([['а'], ['б']]), (parts) => {
      const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString();
      parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replaceAll('A2', 'XFD1048576').replace('r="2"', 'r="1048576"'));
    });
    expect(await refusal('a.xlsx', far)).toMatch(/^registers\.(file-unreadable|file-too-slow|too-many-columns)$/);
  });

  it('of the template is understood by the reader', async () => {
    const words = {
      ...{ sheet: 'Дані', hintSheet: 'Підказка', notes: ['Про файл'], columns: { heading: 'Стовпець', hint: 'Що' } },
      heading: ({ field }: { field: string }) => field,
      hint: () => 'Підказка',
      example: ({ example }: { example: string | number }) => example,
    };
    const content = await templateOf(offences, words);
    const [head, example] = await readTable({ name: 'a.xlsx', content });
    expect(head!.slice(0, 3)).toEqual(['edrpou *', 'organisationName *', 'happenedOn *']);
    expect(example!.slice(0, 3)).toEqual(['00000017', 'ГО «Приклад (цей рядок видаліть)»', '05.10.2019']);
  });
});
