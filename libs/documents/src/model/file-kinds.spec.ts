import { FileEdges, TAIL_BYTES } from './file-edges.js';
import { FILE_KINDS, acceptedExtensions, claimedKind, demandKind, type FileKind } from './file-kinds.js';

/** A ZIP with stored entries, as office programs write it: entries, then the table of contents. */
function zip(entries: [name: string, content?: string][]): Buffer {
  const local = entries.map(([name, content = '']) => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([header, Buffer.from(name), Buffer.from(content)]);
  });
  const table = entries.map(([name]) => {
    const header = Buffer.alloc(46);
    header.write('PK\x01\x02', 'latin1');
    header.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([header, Buffer.from(name)]);
  });
  return Buffer.concat([...local, ...table, Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')]);
}

const odf = (kind: string, ...more: string[]): Buffer =>
  zip([['mimetype', `application/vnd.oasis.opendocument.${kind}`], ...more.map((name) => [name] as [string])]);

const FILES: Record<Exclude<FileKind, 'p7s'>, Buffer> = {
  pdf: Buffer.from('%PDF-1.7\n…'),
  docx: zip([['[Content_Types].xml'], ['word/document.xml']]),
  xlsx: zip([['[Content_Types].xml'], ['xl/workbook.xml']]),
  odt: odf('text', 'content.xml'),
  ods: odf('spreadsheet', 'content.xml'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
};

function kindsOf(content: Buffer): FileKind[] {
  return FILE_KINDS.filter((kind) => {
    try {
      demandKind(kind, FileEdges.of(content));
      return true;
    } catch {
      return false;
    }
  });
}

describe('demandKind', () => {
  it.each(FILE_KINDS)('%s is that and nothing else', (kind) => {
    expect(kindsOf(FILES[kind])).toEqual([kind]);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['a plain archive', zip([['лист.pdf']])],
    ['a Word file with macros', zip([['word/document.xml'], ['word/vbaProject.bin']])],
    ['an Excel file with macros', zip([['xl/workbook.xml'], ['xl/vbaProject.bin']])],
    ['a LibreOffice file with macros', odf('text', 'Basic/Standard/Module1.xml')],
    ['a LibreOffice template', odf('text-template')],
    ['a presentation', zip([['ppt/presentation.xml']])],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['the end of an archive alone', zip([['word/document.xml']]).subarray(4)],
    ['half a table of contents', zip([['word/document.xml']]).subarray(0, 100)],
    ['nothing', Buffer.alloc(0)],
  ])('%s is nothing that we take', (_what, content) => {
    expect(kindsOf(content)).toEqual([]);
  });

  it('looks at the first and the last bytes only, however a file is cut', async () => {
    const [start, end] = [FILES.docx.subarray(0, 60), FILES.docx.subarray(60)];
    const whole = Buffer.concat([start, Buffer.alloc(3 * TAIL_BYTES), end]);
    const edges = new FileEdges();
    const chunks = Array.from({ length: Math.ceil(whole.length / 999) }, (_, n) =>
      whole.subarray(n * 999, (n + 1) * 999),
    );
    const passed: Buffer[] = [];
    for await (const chunk of edges.watch(chunks)) passed.push(chunk);
    expect(Buffer.concat(passed).equals(whole)).toBe(true);
    expect([edges.head.length, edges.tail.length]).toEqual([1024, TAIL_BYTES]);
    expect(() => demandKind('docx', edges)).not.toThrow();
  });

  it('says what the file is not', () => {
    expect(() => demandKind('jpeg', FileEdges.of(FILES.png))).toThrow(
      expect.objectContaining({ code: 'documents.kind-mismatch', data: { kind: 'JPG' } }),
    );
  });
});

describe('claimedKind', () => {
  it.each([
    ['Статут.PDF', 'pdf'],
    ['фото.JPG', 'jpeg'],
    ['фото.jpeg', 'jpeg'],
    ['кошторис.остаточний.xlsx', 'xlsx'],
  ])('%s -> %s', (name, kind) => {
    expect(claimedKind(name)).toBe(kind);
  });

  it('refuses what is not taken here, and says what is', () => {
    const refusal = { code: 'documents.kind-not-allowed', kind: 'invalid', data: { allowed: 'PDF, JPG' } };
    for (const name of ['макрос.docm', 'лист.doc', 'лист', 'pdf', 'кошторис.xlsx']) {
      expect(() => claimedKind(name, ['pdf', 'jpeg'])).toThrow(expect.objectContaining(refusal));
    }
  });
});

describe('acceptedExtensions', () => {
  it('is written as the accept attribute wants it', () => {
    expect(acceptedExtensions(['pdf', 'jpeg'])).toBe('.pdf,.jpg,.jpeg');
  });
});
