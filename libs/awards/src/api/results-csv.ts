import { csvLines } from '#libs/platform/http';
import type { ResultLine } from './results-data.js';

const COLUMNS = [
  'outcome',
  'place',
  'organisation',
  'edrpou',
  'settlement',
  'title',
  'registerCode',
  'score',
  'requested',
  'awarded',
  'reason',
] as const satisfies readonly (keyof ResultLine)[];
/** Open data: one line per proposal, with headings that programs read. */
export const resultsCsv = (lines: readonly ResultLine[]): string =>
  csvLines([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column]))]);
