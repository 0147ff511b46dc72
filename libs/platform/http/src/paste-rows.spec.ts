import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const file = join(import.meta.dirname, 'public/paste-rows.js');
const { cellsOf } = (await import(pathToFileURL(file).href)) as { cellsOf(text: string): string[][] };

describe('cells copied from a spreadsheet', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t\tb', [['a', '', 'b']]],
    ['a\nb', [['a'], ['b']]],
    ['"два\nрядки"\t"лапки ""так"""\n1', [['два\nрядки', 'лапки "так"'], ['1']]],
    ['ГО "Світло"\t5', [['ГО "Світло"', '5']]],
    ['\t\n', [['', '']]],
  ])('%j', (text, cells) => expect(cellsOf(text)).toEqual(cells));
});
