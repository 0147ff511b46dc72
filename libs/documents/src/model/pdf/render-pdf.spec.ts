import { getDocumentProxy } from 'unpdf';
import type { PdfBlock, PdfModel } from './pdf-model.js';
import { renderPdf } from './render-pdf.js';

const RECEIPT = receipt();

function receipt(): PdfModel {
  return {
    title: 'Розписка <про> «одержання» & реєстрацію',
    language: 'uk',
    number: '1.1/2020-007',
    place: 'м. Кам’янець',
    issuedAt: new Date('2020-02-12T22:05:33Z'),
    headerLines: ['Ґалицька обласна державна адміністрація', 'Департамент'],
    blocks: [
      { kind: 'paragraph', text: 'Сума: 248 500,00 ₴. Її щедрий під’їзд', lead: 'УВАГА:' },
      { kind: 'facts', rows: [['Номер', '1.1/2020-007']] },
      { kind: 'heading', level: 2, text: 'Перелік' },
      { kind: 'list', ordered: true, items: ['Кошторис', 'Статут'] },
      { kind: 'signatures', rows: [{ position: 'Секретар', name: 'Ірина ТКАЧЕНКО', mark: 'підписано' }] },
    ],
    footerText: 'Контрольна сума: 9f86d081',
  };
}

function tableOf(rows: number): PdfBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Учасник', align: 'left' },
      { title: 'Сума', align: 'right', width: 30 },
    ],
    rows: Array.from({ length: rows }, (_, index) => [`Учасник ${index + 1}`, `${index + 1},00`]),
    totals: ['Разом', '99,00'],
  };
}

function withBlocks(...blocks: PdfBlock[]): PdfModel {
  return { title: 'Протокол', language: 'uk', blocks };
}

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

/** Reads a file as a reader program does: what is on each page, and the tree with its text. */
async function read(model: PdfModel) {
  const file = await getDocumentProxy(new Uint8Array(await renderPdf(model)));
  const pages: string[] = [];
  const trees: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    let id = '';
    for (const item of items as { type?: string; id?: string; str?: string }[]) {
      if (item.type === 'beginMarkedContentProps') id = item.id ?? '';
      if (item.str) texts.set(id, (texts.get(id) ?? '') + item.str);
    }
    pages.push([...texts.values()].join('|'));
    trees.push(outline((await page.getStructTree()) as Node, texts));
  }
  return { file, pages, trees };
}

function outline(node: Node, texts: Map<string, string>): string {
  if (node.type === 'content') return (texts.get(node.id!) ?? '').trim();
  const inside = (node.children ?? []).map((child) => outline(child, texts)).join(' ');
  return `${node.role}(${inside})`;
}

describe('renderPdf', () => {
  it('is tagged, has a language and shows its title', async () => {
    const { file } = await read(RECEIPT);
    const { info, metadata } = await file.getMetadata();
    expect(await file.getMarkInfo()).toEqual({ Marked: true, UserProperties: false, Suspects: false });
    expect(info).toMatchObject({
      Title: RECEIPT.title,
      Language: 'uk',
      PDFFormatVersion: '1.7',
      CreationDate: 'D:20200212220533Z',
    });
    expect(metadata.get('dc:title')).toBe(RECEIPT.title);
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect(await file.getViewerPreferences()).toEqual({ DisplayDocTitle: true });
  });

  it('has a title of one clean line', async () => {
    const { file } = await read({ title: 'Наказ\nпро\u0000 нагороди', language: 'uk', blocks: [] });
    const { info, metadata } = await file.getMetadata();
    expect([(info as { Title: string }).Title, metadata.get('dc:title')]).toEqual(Array(2).fill('Наказ про нагороди'));
  });

  it('is read in order: issuer, title, Kyiv date, place and number, then the blocks', async () => {
    const { trees } = await read(RECEIPT);
    expect(trees).toEqual([
      'Root(Document(' +
        'P(Ґалицька обласна державна адміністрація) P(Департамент) ' +
        'H1(Розписка <про> «одержання» & реєстрацію) P(13 лютого 2020 року м. Кам’янець № 1.1/2020-007) ' +
        'P(УВАГА: Сума: 248 500,00 ₴. Її щедрий під’їзд) ' +
        'Table(TR(TH(Номер) TD(1.1/2020-007))) ' +
        'H2(Перелік) ' +
        'L(LI(Lbl(1.) LBody(Кошторис)) LI(Lbl(2.) LBody(Статут))) ' +
        'P(Секретар підписано Ірина ТКАЧЕНКО)))',
    ]);
  });

  it('prints the small print and the page number on every page', async () => {
    const model = withBlocks({ kind: 'paragraph', text: 'а' }, { kind: 'pageBreak' }, { kind: 'paragraph', text: 'б' });
    const { pages } = await read({ ...model, footerText: 'sha 9f86' });
    expect(pages).toEqual(['Протокол|а|sha 9f86 сторінка 1 з 2', 'б|sha 9f86 сторінка 2 з 2']);
  });

  it('speaks English when asked', async () => {
    const { pages } = await read({ ...RECEIPT, language: 'en', blocks: [], footerText: undefined });
    expect(pages[0]!.split('|').slice(3)).toEqual([
      ...['13 February 2020', ' м. Кам’янець', ' No. 1.1/2020-007', 'page 1 of 1'],
    ]);
  });

  it('repeats the head of a long table as decoration and tags it once', async () => {
    const { pages, trees } = await read(withBlocks(tableOf(60)));
    expect(pages.map((page) => page.split('Учасник').length - 1)).toEqual([28, 30, 5]);
    expect(trees.join('').match(/THead\(TR\(TH\(Учасник\) TH\(Сума\)\)\)/g)).toHaveLength(1);
    expect(trees[2]).toContain('TFoot(TR(TD(Разом) TD(99,00)))');
  });

  it('does not leave the last row or the totals alone on a page', async () => {
    for (const rows of [25, 26, 27, 28]) {
      const { pages } = await read(withBlocks(tableOf(rows)));
      const last = pages.at(-1)!;
      expect([pages.length === 1 || last.includes(`Учасник ${rows}|`), last.includes('Разом')]).toEqual([true, true]);
    }
  });

  it('goes on over the page with a row that is taller than one', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `рядок-${index}`).join('\n');
    const columns = [
      { title: 'Опис', align: 'left' },
      { title: 'Сума', align: 'right' },
    ] as const;
    const { pages, trees } = await read(withBlocks({ kind: 'table', columns, rows: [[text]] }));
    const inCell = pages.map((page) => page.match(/рядок-\d+/g)!.length);
    expect([inCell.length, inCell.reduce((sum, count) => sum + count, 0)]).toEqual([3, 120]);
    expect(pages.map((page) => page.includes('Опис'))).toEqual([true, true, true]);
    expect(trees[1]).toMatch(/^Root\(Document\(Table\(TBody\(TR\(TD\(рядок-\d+ [^()]*\)/);
  });

  it('does not put signatures on a page without text', async () => {
    const rows = [1, 2, 3].map((n) => ({ position: `Член ${n}`, name: 'Іван ІВАНЕНКО', mark: '' }));
    for (const lines of [36, 37, 38, 39, 40]) {
      const text = Array.from({ length: lines }, (_, index) => `рядок ${index}`).join('\n');
      const { pages } = await read(withBlocks({ kind: 'paragraph', text }, { kind: 'signatures', rows }));
      expect(pages.at(-1)).toContain(`рядок ${lines - 1}`);
    }
  });

  it('skips no heading level', async () => {
    const heading = (level: 1 | 2 | 3): PdfBlock => ({ kind: 'heading', level, text: `рівень ${level}` });
    const { trees } = await read(withBlocks(heading(3), heading(1), heading(2), heading(3)));
    expect(trees[0]!.match(/H\d/g)).toEqual(['H1', 'H2', 'H2', 'H3', 'H4']);
  });

  it('gives the same bytes for the same document, whenever it is rendered', async () => {
    expect((await renderPdf(RECEIPT)).equals(await renderPdf(receipt()))).toBe(true);
    expect((await renderPdf(RECEIPT)).equals(await renderPdf({ ...RECEIPT, number: '8' }))).toBe(false);
  });

  it('takes any text a person can type', async () => {
    const texts = ['', ' ', '\n\n', '😀', 'a'.repeat(5_000), '\u202e\u0000', '<b>&amp;', 'и\u0306'];
    const { pages } = await read(
      withBlocks(
        ...texts.map((text) => ({ kind: 'paragraph', text }) as const),
        { kind: 'list', ordered: false, items: texts },
        { kind: 'table', columns: [{ title: '', align: 'left' }], rows: texts.map((text) => [text]) },
        { kind: 'facts', rows: texts.map((text) => [text, text] as const) },
        { kind: 'list', ordered: true, items: [] },
        { kind: 'facts', rows: [] },
        { kind: 'table', columns: [{ title: 'Порожня', align: 'right' }], rows: [] },
        { kind: 'signatures', rows: [] },
      ),
    );
    expect(pages.at(-1)).toContain('Порожня');
  });
});
