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
/** So that spreadsheets read Ukrainian letters right. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180: one line per proposal, comma, CRLF, UTF-8. */
export function resultsCsv(lines: readonly ResultLine[]): string {
  const rows = [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column]))];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  // A leading = + - @ would be run as a formula by a spreadsheet.
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
