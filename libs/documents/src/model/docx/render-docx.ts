import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import type { PdfBlock, PdfModel, TableBlock } from '../pdf/pdf-model.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
/** Half points. */
const TEXT_SIZE = 24;
/** Twentieths of a point. */
const AFTER = 120;

/**
 * The same words as `renderPdf` makes a paper of, as a document that people go on writing in: headings that a screen
 * reader lists, real tables. Signatures belong on papers and have no place here.
 */
export async function renderDocx(model: PdfModel): Promise<Buffer> {
  const title = new Paragraph({ text: model.title, heading: HeadingLevel.TITLE });
  const head = (model.headerLines ?? []).map((text) => paragraph({ kind: 'paragraph', text, align: 'center' }));
  const document = new Document({
    title: model.title,
    styles: {
      default: {
        document: {
          run: {
            font: 'Times New Roman',
            size: TEXT_SIZE,
            language: { value: model.language === 'en' ? 'en-GB' : 'uk-UA' },
          },
          paragraph: { spacing: { after: AFTER } },
        },
      },
    },
    sections: [{ children: [...head, title, ...model.blocks.flatMap(block)] }],
  });
  return Packer.toBuffer(document);
}

function block(one: PdfBlock): FileChild[] {
  switch (one.kind) {
    case 'heading':
      return [new Paragraph({ text: one.text, heading: LEVELS[one.level] })];
    case 'paragraph':
      return [paragraph(one)];
    case 'list':
      return one.items.map((text) => new Paragraph({ children: runs(text), bullet: { level: 0 } }));
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
      throw new Error('a document to write in carries no signatures');
  }
}

function paragraph({ text, lead, bold, italic, align }: Extract<PdfBlock, { kind: 'paragraph' }>): Paragraph {
  const opening = lead ? [new TextRun({ text: `${lead} `, bold: true })] : [];
  return new Paragraph({
    children: [...opening, ...runs(text, { bold, italics: italic })],
    alignment: align && ALIGN[align],
  });
}

/** `\n` is a line break. */
function runs(text: string, look: { bold?: boolean; italics?: boolean } = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ ...look, text: line, break: index === 0 ? 0 : 1 }));
}

function table({ columns, rows }: TableBlock): Table {
  const cell = (text: string, bold = false) =>
    new TableCell({ children: [new Paragraph({ children: runs(text, { bold }) })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }) => cell(title, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
    ],
  });
}
