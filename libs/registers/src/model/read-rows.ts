import { readCell, type Cell } from './read-cell.js';
import { LIMITS } from './limits.js';
import { entryOf, type EntryField, type EntryValues, type Register } from './register.js';
import { EXAMPLE_EDRPOU } from './registers/columns.js';

/** A sheet as it was read: rows of cells, the first one holds the headings. */
export type Grid = readonly (readonly Cell[])[];

/** How the columns of a register are called, in every language: heading in small letters -> field. */
export type Headings = ReadonlyMap<string, EntryField>;
/** The words of the choices of each field -> their codes. */
export type ChoiceWords = Readonly<Partial<Record<EntryField, ReadonlyMap<string, string>>>>;
/** Letter of the column of each field: { edrpou: 'A' }. */
export type Columns = Partial<Record<EntryField, string>>;

/** Something about one cell, or about the whole row when there is no field. Words: `registers:cell.<code>`. */
export interface Note {
  code: string;
  field?: EntryField;
  /** «C5» */
  cell?: string;
  data?: Record<string, unknown>;
}

export interface FileRow {
  /** As the spreadsheet numbers it. */
  number: number;
  cells: Partial<Record<EntryField, Cell>>;
}

export interface ReadRow extends FileRow {
  /** What could be read, also of a row that is refused. */
  values: EntryValues;
  problems: Note[];
  warnings: Note[];
}

/** Why a whole file is refused; the phrase is `registers:errors.<code>`. */
export interface FileFault {
  code: string;
  data?: Record<string, unknown>;
}

const letterOf = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26));

/** The rows of a sheet by field, empty ones left out; or why it cannot be taken. */
export function rowsOf(
  register: Register,
  headings: Headings,
  grid: Grid,
): { columns: Columns; rows: FileRow[] } | FileFault {
  const found = (grid[0] ?? []).map((cell) => headings.get(heading(cell)));
  const fields = found.filter((field) => field !== undefined);
  const missing = register.columns.filter(({ field, isRequired }) => isRequired && !fields.includes(field));
  if (missing.length > 0) return { code: 'columns-missing', data: { fields: missing.map(({ field }) => field) } };
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice) return { code: 'column-twice', data: { fields: [twice] } };
  const rows = grid.slice(1).flatMap((line, index) => fileRow(found, line, index + 2));
  if (rows.length > LIMITS.rows) return { code: 'too-many-rows', data: { max: LIMITS.rows, count: rows.length } };
  const columns = Object.fromEntries(found.flatMap((field, index) => (field ? [[field, letterOf(index)]] : [])));
  return { columns, rows };
}

/** As it is compared: a star for «required» and a note in brackets may stand behind. */
export const heading = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .replace(/\(.*\)|\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function fileRow(found: readonly (EntryField | undefined)[], line: readonly Cell[], number: number): FileRow[] {
  const cells = found.flatMap((field, index) => (field ? [[field, line[index] ?? null] as const] : []));
  if (cells.every(([, cell]) => String(cell ?? '').trim() === '')) return [];
  return [{ number, cells: Object.fromEntries(cells) }];
}

/** What a row says, cell by cell. */
export function readRow(register: Register, choices: ChoiceWords, columns: Columns, row: FileRow): ReadRow {
  const values: Partial<Record<EntryField, unknown>> = {};
  const problems: Note[] = [];
  const warnings: Note[] = [];
  for (const column of register.columns) {
    const { field } = column;
    const read = readCell(column, row.cells[field] ?? null, choices[field] ?? new Map<string, string>());
    values[field] = read.value;
    const letter = columns[field];
    const place = { field, ...(letter && { cell: `${letter}${row.number}` }), ...(read.data && { data: read.data }) };
    if (read.problem) problems.push({ code: read.problem, ...place });
    if (read.warning) warnings.push({ code: read.warning, ...place });
  }
  if (values.edrpou === EXAMPLE_EDRPOU) problems.unshift({ code: 'example' });
  return { ...row, values: entryOf(values as Partial<EntryValues>), problems, warnings };
}
