import { FileRefused } from './documents.errors.js';
import { FILE_NAME_MAX_LENGTH, cleanFileName, extensionOf } from './file-name.js';

describe('cleanFileName', () => {
  it.each([
    ['keeps Cyrillic, commas and quotes', 'Статут ГО «Їжак», нова редакція "2018".pdf', null],
    ['drops a path', 'C:\\Users\\Олена\\Документи\\кошторис.xlsx', 'кошторис.xlsx'],
    ['drops a path upwards', '../../etc/passwd', 'passwd'],
    ['drops a path of both sorts', 'a\\b/../лист.pdf', 'лист.pdf'],
    ['composes letters', 'Статути\u0306.pdf', 'Статутй.pdf'],
    ['cannot be turned around', 'звіт\u202efdp.exe', 'звітfdp.exe'],
    ['has no line breaks or control characters', 'a\r\nX-Header: 1\u0000.pdf', 'a X-Header: 1.pdf'],
    ['is never hidden', '..htaccess', 'htaccess'],
    ['does not end with a dot or a space', 'лист.pdf. . ', 'лист.pdf'],
    ['can always be written in an address', 'a\ud800.pdf', 'a\ufffd.pdf'],
  ])('%s', (_what, raw, expected) => {
    expect(cleanFileName(raw)).toBe(expected ?? raw);
  });

  it('may be as long as the limit, in characters as people count them', () => {
    const name = `${'ї'.repeat(FILE_NAME_MAX_LENGTH - 5)}😀.pdf`;
    expect(cleanFileName(name)).toBe(name);
  });

  it('may not be longer', () => {
    expect(() => cleanFileName('ї'.repeat(FILE_NAME_MAX_LENGTH + 1))).toThrow(
      new FileRefused('name-too-long', { max: 200 }),
    );
  });
});

describe('extensionOf', () => {
  it.each([
    ['Лист.від.громади.PDF', 'pdf'],
    ['лист', ''],
    ['лист.', ''],
  ])('%s -> «%s»', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
