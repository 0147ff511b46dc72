import { kyivDay, kyivTime } from '#libs/platform/clock';
import { headingOf, valueOf, type Column, type Kind, type ListShape, type Value, type Words } from './list-shape.js';

/** So that spreadsheets read Ukrainian letters right. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * For a spreadsheet on a computer set to Ukraine, which parts cells at «;» and numbers at a comma: with «,» it shows one
 * column, and reads 12.05 as the twelfth of May. Days and times as ISO 8601 in Kyiv time, sums in hryvnias.
 */
export function csvOf<Row>({ columns }: ListShape<Row>, rows: readonly Row[], words: Words): string {
  const lines = [
    columns.map((column) => harmless(headingOf(column, words))),
    ...rows.map((row) => columns.map((column) => cellOf(column.kind, valueOf(column, row, words)))),
  ];
  return csv(lines, ';');
}

/** Open data for programs, RFC 4180: «,» between cells. Texts are made harmless; numbers are written as they are. */
export function csvLines(lines: readonly (readonly (string | number | null)[])[]): string {
  const cells = (line: readonly (string | number | null)[]) =>
    line.map((value) => (typeof value === 'string' ? harmless(value) : String(value ?? '')));
  return csv(lines.map(cells), ',');
}

const csv = (lines: readonly (readonly string[])[], between: ',' | ';'): string =>
  BYTE_ORDER_MARK + lines.map((line) => `${line.map((text) => quoted(text, between)).join(between)}\r\n`).join('');

/** A text that begins with = + - @ would be run as a formula by a spreadsheet. */
const harmless = (text: string): string => text.replace(/^[=+\-@\t\r]/, "'$&");

const quoted = (text: string, between: string): string =>
  text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function cellOf(kind: Kind | undefined, value: Value): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return `${kyivDay(value)} ${kyivTime(value)}`;
  return typeof value === 'string' ? harmless(value) : numberOf(kind, value).replace('.', ',');
}

function numberOf(kind: Kind | undefined, value: number): string {
  if (kind === 'money') return (value / 100).toFixed(2);
  return kind === 'points' ? value.toFixed(2) : String(value);
}

const FORMATS: Partial<Record<Kind, string>> = {
  money: '#,##0.00',
  points: '0.00',
  day: 'dd.mm.yyyy',
  instant: 'dd.mm.yyyy hh:mm:ss',
};
const SHEET_NAME_MAX = 31;
const WIDTH_MIN = 10;
const WIDTH_MAX = 60;

/** A workbook of one sheet: dates are dates and sums are numbers, texts are never formulas. */
export function xlsxOf<Row>(shape: ListShape<Row>, rows: readonly Row[], words: Words): Promise<Buffer> {
  const heads = shape.columns.map((column) => headingOf(column, words));
  const body = rows.map((row) => shape.columns.map((column) => typed(column, valueOf(column, row, words))));
  return spreadsheetOf(words.t(shape.title), heads, body);
}

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A cell as write-excel-file takes it; null = empty. */
type SheetCell =
  | { value: string; type: StringConstructor }
  | { value: number; type: NumberConstructor; format?: string }
  | { value: Date; type: DateConstructor; format?: string }
  | null;

/** Any table as a workbook of one sheet under its headings. */
export async function spreadsheetOf(title: string, heads: string[], body: SheetCell[][]): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const head = heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return write([head, ...body], {
    sheet: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, SHEET_NAME_MAX),
    columns: heads.map((text, index) => ({ width: widthOf([text, ...body.map((line) => line[index]?.value)]) })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function typed<Row>({ kind = 'text' }: Column<Row>, value: Value): SheetCell {
  const format = FORMATS[kind];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { value: kind === 'money' ? value / 100 : value, type: Number, format };
  if (value instanceof Date) return { value: wallClock(value), type: Date, format: FORMATS.instant };
  if (kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format };
  return { value, type: String };
}

/** A spreadsheet knows no time zones: its clock shows Kyiv. */
const wallClock = (at: Date): Date => new Date(`${kyivDay(at)}T${kyivTime(at)}Z`);

function widthOf(values: readonly (string | number | Date | undefined)[]): number {
  const longest = Math.max(...values.map((value) => (value instanceof Date ? 19 : String(value ?? '').length)));
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + 2));
}
