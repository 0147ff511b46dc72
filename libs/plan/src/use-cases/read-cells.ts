import { readSpreadsheet, UnreadableSpreadsheet, type SpreadsheetCell } from '#libs/documents';
import { invalidField } from '#libs/platform/errors';
import { LIMITS } from '../model/limits.js';

/** The cells of a table that somebody sent: XLSX, or CSV with commas, semicolons or tabs. @throws InvalidInput at `file` */
export async function readCells({ name, content }: { name: string; content: Buffer }): Promise<SpreadsheetCell[][]> {
  if (content.length === 0) throw invalidField('file', 'plan.file-empty');
  if (content.length > LIMITS.file.mb * 1024 * 1024)
    throw invalidField('file', 'plan.file-too-large', { maxMb: LIMITS.file.mb });
  if (/\.xlsx$/i.test(name)) return readWorkbook(content);
  if (/\.(csv|txt)$/i.test(name)) return readCsv(content);
  throw invalidField('file', 'plan.file-kind');
}

async function readWorkbook(content: Buffer): Promise<SpreadsheetCell[][]> {
  try {
    return await readSpreadsheet(content, LIMITS.file);
  } catch (error) {
    throw error instanceof UnreadableSpreadsheet ? invalidField('file', 'plan.file-unreadable') : error;
  }
}

async function readCsv(content: Buffer): Promise<SpreadsheetCell[][]> {
  const { parse } = await import('csv-parse/sync');
  const text = decoded(content);
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].reduce((best, sign) =>
    head.split(sign).length > head.split(best).length ? sign : best,
  );
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true });
  } catch {
    throw invalidField('file', 'plan.file-unreadable');
  }
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1251').decode(content);
  }
}
