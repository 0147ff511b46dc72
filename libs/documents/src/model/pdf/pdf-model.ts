/** What a document says, as plain data. How it looks is decided by the blocks of this folder alone. */
export interface PdfModel {
  /** The first heading and the title in the file's metadata, e.g. «Протокол засідання конкурсної комісії». */
  title: string;
  language: 'uk' | 'en';
  /** Printed as «№ …» opposite the date. */
  number?: string;
  /** Where it was issued, e.g. «м. Сєвєродонецьк»: between the date and the number. */
  place?: string;
  /** The instant of issue: its Kyiv day is printed under the title, and it is the file's creation time. */
  issuedAt?: Date;
  /** Who issues the document: the authority, then its department. Centred above the title. */
  headerLines?: readonly string[];
  blocks: readonly PdfBlock[];
  /** Small print at the foot of every page, e.g. a checksum. «сторінка n з m» is always there. */
  footerText?: string;
}

export type PdfBlock =
  | HeadingBlock
  | ParagraphBlock
  | FactsBlock
  | ListBlock
  | TableBlock
  | SignaturesBlock
  | { kind: 'space' }
  | { kind: 'pageBreak' };

export interface HeadingBlock {
  kind: 'heading';
  /** 1 stands right under the title. */
  level: 1 | 2 | 3;
  text: string;
}

/** `\n` in any text is a line break. */
export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  /** Bold words that open the paragraph, e.g. «СЛУХАЛИ:». */
  lead?: string;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
}

/** Name and value, one under another. */
export interface FactsBlock {
  kind: 'facts';
  rows: readonly (readonly [label: string, value: string])[];
}

export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  items: readonly string[];
}

export interface TableColumn {
  title: string;
  /** Millimetres of 170; columns without it share the rest by their content. */
  width?: number;
  align: 'left' | 'right';
}

export interface TableBlock {
  kind: 'table';
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  /** The last row, in bold; one cell per column. */
  totals?: readonly string[];
}

export interface SignatureRow {
  position: string;
  name: string;
  /** What stands in place of the signature, e.g. «підписано в системі 12.02.2020 о 14:05»; empty = a line to sign on. */
  mark: string;
}

export interface SignaturesBlock {
  kind: 'signatures';
  rows: readonly SignatureRow[];
}
