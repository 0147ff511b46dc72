import { types } from 'node:util';
import { readCsv, readSpreadsheet, UnreadableSpreadsheet, type SpreadsheetCell } from '#libs/documents';
import { LIMITS } from '../limits.js';
import type { Cell } from '../read-cell.js';
import type { Grid } from '../read-rows.js';
import { fileFault } from './file-fault.js';

/** What the phrase of a fault names. */
const LIMIT_OF = {
  unreadable: {},
  macros: {},
  'unpacks-too-large': { maxMb: LIMITS.unpackedMb },
  'too-slow': { seconds: LIMITS.readMs / 1000 },
};

/** The headings and one row too many, so that the fault is said. */
const CSV = { rows: LIMITS.rows + 2 };

/** The values of a CSV, or of the first sheet of a workbook. @throws InvalidInput at the file */
export async function cellsOf(kind: 'xlsx' | 'csv', content: Buffer): Promise<Grid> {
  try {
    if (kind === 'csv') return await readCsv(content, CSV);
    return (await readSpreadsheet(content, LIMITS)).map((line) => line.map(cellOf));
  } catch (error) {
    throw error instanceof UnreadableSpreadsheet ? fileFault(`file-${error.fault}`, LIMIT_OF[error.fault]) : error;
  }
}

const cellOf = (cell: SpreadsheetCell): Cell => (types.isDate(cell) ? cell.toISOString().slice(0, 10) : cell);
