import { types } from 'node:util';
import { readSpreadsheet, UnreadableSpreadsheet, type SpreadsheetCell } from '#libs/documents';
import { addDays } from '#libs/platform/clock';
import { invalidField, type FieldError } from '#libs/platform/errors';
import type { TypedColumn, TypedRow, TypedTable } from './typed-table.js';

export const TABLE_FILE_MAX_BYTES = 2 * 1024 * 1024;
const LIMITS = { unpackedMb: 30, readMb: 256, readMs: 10_000 };
const ROWS_MAX = 500;
const MB = 1024 * 1024;
/** A row of totals under the table is no row of it. */
const TOTALS = /^(разом|усього|всього|підсумок|total)/iu;

export interface ReadTable {
  rows: TypedRow[];
  /** At cells whose text is not among what may be chosen. */
  errors: FieldError[];
}

type Cell = SpreadsheetCell;

/**
 * The rows of the first sheet as they would be typed on the page. Columns are found by their headings in any order; a
 * sheet without any of them is read from its first cell on.
 * @throws InvalidInput at `file` when it is no spreadsheet, or too large
 */
export async function readTableFile(table: TypedTable, content: Buffer): Promise<ReadTable> {
  if (content.length > TABLE_FILE_MAX_BYTES)
    throw invalidField('file', 'platform.file-too-large', { maxMb: TABLE_FILE_MAX_BYTES / MB });
  const sheet = await cellsOf(content);
  const { places, body } = placed(table.columns, sheet);
  const rows = body.filter((row) => !isTotals(row)).map((row) => typedRow(places, row));
  const filled = rows.filter((row) => Object.values(row).some((text) => text !== '')).slice(0, ROWS_MAX);
  if (filled.length === 0) throw invalidField('file', 'applications.empty-spreadsheet');
  return { rows: filled.map((row) => withFallbacks(table.columns, row)), errors: notOffered(table, filled) };
}

async function cellsOf(content: Buffer): Promise<Cell[][]> {
  try {
    return await readSpreadsheet(content, LIMITS);
  } catch (error) {
    throw error instanceof UnreadableSpreadsheet ? invalidField('file', 'applications.no-spreadsheet') : error;
  }
}

const withFallbacks = (columns: readonly TypedColumn[], row: TypedRow): TypedRow => ({
  ...row,
  ...Object.fromEntries(columns.flatMap(({ key, fallback }) => (fallback && !row[key] ? [[key, fallback]] : []))),
});

const bare = (text: Cell): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

type Place = [TypedColumn, number];

function placed(columns: readonly TypedColumn[], sheet: Cell[][]): { places: Place[]; body: Cell[][] } {
  const at = sheet.findIndex((row) => columns.some(({ heading }) => row.some((cell) => bare(cell) === bare(heading))));
  if (at < 0) return { places: columns.map((column, index) => [column, index]), body: sheet };
  const heads = sheet[at]!.map(bare);
  const found = columns.map((column): Place => [column, heads.indexOf(bare(column.heading))]);
  return { places: found.filter(([, index]) => index >= 0), body: sheet.slice(at + 1) };
}

const isTotals = (row: Cell[]): boolean =>
  TOTALS.test(String(row.find((cell) => cell !== null && cell !== '') ?? '').trim());

const typedRow = (places: readonly Place[], row: Cell[]): TypedRow =>
  Object.fromEntries(places.map(([column, index]) => [column.key, typedCell(column, row[index] ?? null)]));

function typedCell(column: TypedColumn, cell: Cell): string {
  if (column.kind === 'choice') return choiceOf(column, cell);
  if (types.isDate(cell)) return dayOf(cell);
  // A product of a spreadsheet: 0.1 + 0.2 is three tenths to whoever typed it.
  if (typeof cell === 'number') return String(Number(cell.toFixed(column.kind === 'money' ? 2 : 6)));
  return String(cell ?? '').trim();
}

/** A text of the list, or the month of a day; anything else stays as it is and is told. */
function choiceOf({ options = [] }: TypedColumn, cell: Cell): string {
  const wanted = types.isDate(cell) ? cell.toISOString().slice(0, 7) : bare(cell);
  const found = options.find(
    ({ value, text }) => wanted !== '' && (value === wanted || bare(text) === wanted || bare(value) === wanted),
  );
  return found?.value ?? (types.isDate(cell) ? dayOf(cell) : String(cell ?? '').trim());
}

/** Days of a spreadsheet have no zone. */
const dayOf = (at: Date): string => addDays(at.toISOString().slice(0, 10), 0).split('-').reverse().join('.');

function notOffered({ rows: name, columns }: TypedTable, rows: readonly TypedRow[]): FieldError[] {
  const choices = columns.filter(({ kind }) => kind === 'choice');
  return rows.flatMap((row, index) =>
    choices
      .filter(
        ({ key, options = [] }) =>
          row[key] !== undefined && row[key] !== '' && !options.some(({ value }) => value === row[key]),
      )
      .map(({ key }) => ({
        field: `${name}[${index}][${key}]`,
        code: 'applications.not-offered',
        data: { text: row[key] },
      })),
  );
}
