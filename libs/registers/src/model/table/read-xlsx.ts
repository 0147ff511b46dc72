import { types } from 'node:util';
import { readSpreadsheet, UnreadableSpreadsheet, type SpreadsheetCell } from '#libs/documents';
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

/** The values of the first sheet. @throws InvalidInput at the file */
export async function readXlsx(content: Buffer): Promise<Grid> {
  try {
    return (await readSpreadsheet(content, LIMITS)).map((line) => line.map(cellOf));
  } catch (error) {
    throw error instanceof UnreadableSpreadsheet ? fileFault(`file-${error.fault}`, LIMIT_OF[error.fault]) : error;
  }
}

const cellOf = (cell: SpreadsheetCell): Cell => (types.isDate(cell) ? cell.toISOString().slice(0, 10) : cell);
