import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  AlignmentType,
  type FileChild,
} from 'docx';
import { longDate } from '#libs/platform/clock';
import type { PdfBlock, PdfModel, SignatureRow, TableBlock } from '../pdf/pdf-model.js';
import { ALIGN, NO_BORDERS, NUMBERED, OPENING_STOPS, PAGE_OF_TEXT, TEXT_WIDTH, TO_SIGN, lookOf } from './docx-look.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const NUMBER_SIGN = { uk: '№', en: 'No.' };
/** Position, signature, name, as shares of the line. */
const SIGNATURE_SHARES = [0.37, 0.34, 0.29];

/**
 * The same words as `renderPdf` makes a paper of, as a document that people go on writing in: headings that a screen
 * reader lists, real tables and lists, lines to sign on where nothing is signed yet.
 */
export async function renderDocx(model: PdfModel): Promise<Buffer> {
  const children = [...openingOf(model), ...model.blocks.flatMap(block)];
  const document = new Document({
    ...lookOf(model),
    sections: [{ properties: PAGE_OF_TEXT, footers: { default: footerOf(model) }, children }],
  });
  return Packer.toBuffer(document);
}

/** Who issues it, what it is called, when, where and under what number. */
function openingOf(model: PdfModel): Paragraph[] {
  const { title, headerLines = [], issuedAt, place, number, language } = model;
  const head = headerLines.map((text, index) => paragraph({ kind: 'paragraph', text, align: 'center', bold: !index }));
  const parts = [issuedAt && longDate(issuedAt, language), place, number && `${NUMBER_SIGN[language]}\u00a0${number}`];
  const cells = parts.map((part, index) => new TextRun({ children: [...(index > 0 ? [new Tab()] : []), part ?? ''] }));
  const line = new Paragraph({ children: cells, tabStops: OPENING_STOPS });
  return [...head, new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...(parts.some(Boolean) ? [line] : [])];
}

function footerOf({ footerText }: PdfModel): Footer {
  const pages = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 });
  const small = footerText ? [new TextRun({ text: `${footerText}   `, size: 18 })] : [];
  return new Footer({ children: [new Paragraph({ children: [...small, pages], alignment: AlignmentType.CENTER })] });
}

function block(one: PdfBlock, index: number): FileChild[] {
  switch (one.kind) {
    case 'heading':
      return [new Paragraph({ text: one.text, heading: LEVELS[one.level] })];
    case 'paragraph':
      return [paragraph(one)];
    case 'list':
      return one.items.map((text) => new Paragraph({ children: runs(text), ...markOf(one.ordered, index) }));
    case 'facts':
      return one.rows.map(([lead, text]) => paragraph({ kind: 'paragraph', lead: `${lead}:`, text }));
    case 'table':
      // Word joins two tables that touch.
      return [table(one), new Paragraph({})];
    case 'space':
      return [new Paragraph({})];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
    case 'signatures':
      return [new Paragraph({ keepNext: true }), signatures(one.rows)];
  }
}

/** Every list counts from one. */
const markOf = (ordered: boolean, instance: number) =>
  ordered ? { numbering: { reference: NUMBERED, level: 0, instance } } : { bullet: { level: 0 } };

function paragraph({ text, lead, bold, italic, align }: Extract<PdfBlock, { kind: 'paragraph' }>): Paragraph {
  const opening = lead ? [new TextRun({ text: `${lead} `, bold: true })] : [];
  return new Paragraph({
    children: [...opening, ...runs(text, { bold, italics: italic })],
    alignment: align && ALIGN[align],
  });
}

/** `\n` is a line break. */
function runs(text: string, look: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...look, text: line, break: index === 0 ? 0 : 1 }));
}

function table({ columns, rows, totals }: TableBlock): Table {
  const row = (cells: readonly string[], bold = false) =>
    new TableRow({
      children: cells.map((text, index) => {
        const alignment = ALIGN[columns[index]?.align ?? 'left'];
        return new TableCell({ children: [new Paragraph({ children: runs(text, { bold }), alignment })] });
      }),
    });
  const head = columns.map(({ title }) => title);
  const header = new TableRow({
    tableHeader: true,
    children: head.map(
      (text) => new TableCell({ children: [new Paragraph({ children: runs(text, { bold: true }) })] }),
    ),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [header, ...rows.map((cells) => row(cells)), ...(totals ? [row(totals, true)] : [])],
  });
}

/** Each row whole on one page: position, what stands for the signature or a line to sign on, name. */
function signatures(rows: readonly SignatureRow[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: SIGNATURE_SHARES.map((share) => Math.round(share * TEXT_WIDTH)),
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDERS.top, insideVertical: NO_BORDERS.top },
    rows: rows.map(
      ({ position, mark, name }) =>
        new TableRow({
          cantSplit: true,
          children: [
            signatureCell(position),
            signatureCell(mark, { isLine: mark.trim() === '', size: 18, italics: true }),
            signatureCell(name, { bold: true }),
          ],
        }),
    ),
  });
}

function signatureCell(
  text: string,
  { isLine = false, ...look }: { isLine?: boolean } & Parameters<typeof runs>[1] = {},
) {
  const content = new Paragraph({ children: runs(text, look), keepNext: true, spacing: { before: 240 } });
  return new TableCell({
    children: [content],
    borders: isLine ? TO_SIGN : NO_BORDERS,
    verticalAlign: VerticalAlign.BOTTOM,
  });
}
