import { SPREADSHEET, spreadsheetOf } from '#libs/platform/http';
import type { TypedColumn, TypedRow, TypedTable } from './typed-table.js';

/** A workbook of one sheet with the rows; numbers are numbers, and what was only half typed stays text. */
export function tableFile({ title, columns }: TypedTable, rows: readonly TypedRow[]): Promise<Buffer> {
  const body = rows.map((row) => columns.map((column) => cellOf(column, row[column.key] ?? '')));
  return spreadsheetOf(
    title,
    columns.map(({ heading }) => heading),
    body,
  );
}

export const TABLE_MEDIA_TYPE = SPREADSHEET;

function cellOf({ kind, options = [] }: TypedColumn, text: string) {
  if (text === '') return null;
  if (kind === 'choice') return { value: options.find(({ value }) => value === text)?.text ?? text, type: String };
  if (kind === 'text' || !/^-?\d+(\.\d+)?$/.test(text)) return { value: text, type: String };
  return { value: Number(text), type: Number, ...(kind === 'money' && { format: '#,##0.00' }) };
}
