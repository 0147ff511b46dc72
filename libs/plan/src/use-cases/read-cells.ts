import { readCsv, readSpreadsheet, UnreadableSpreadsheet, type SpreadsheetCell } from '#libs/documents';
import { invalidField } from '#libs/platform/errors';
import { LIMITS } from '../model/limits.js';
import { readDocxTables, UnreadableDocx } from '../model/read-docx-table.js';

interface SentFile {
  name: string;
  content: Buffer;
}

const READERS: Record<string, (content: Buffer) => Promise<SpreadsheetCell[][]>> = {
  xlsx: (content) => readSpreadsheet(content, LIMITS.file),
  // One row too many, so that it is said.
  csv: (content) => readCsv(content, { rows: LIMITS.territories + 1 }),
  docx: (content) => Promise.resolve(readDocxTables(content)),
};

/** The cells of a table that somebody sent, of one of the kinds. @throws InvalidInput at `file` */
export async function readCells(
  { name, content }: SentFile,
  kinds: readonly ('xlsx' | 'csv' | 'docx')[],
): Promise<SpreadsheetCell[][]> {
  if (content.length === 0) throw invalidField('file', 'plan.file-empty');
  if (content.length > LIMITS.file.mb * 1024 * 1024)
    throw invalidField('file', 'plan.file-too-large', { maxMb: LIMITS.file.mb });
  const kind = kinds.find((one) => name.toLowerCase().endsWith(`.${one}`));
  if (!kind) throw invalidField('file', 'plan.file-kind', { kinds: kinds.map((one) => one.toUpperCase()).join(', ') });
  try {
    return await READERS[kind]!(content);
  } catch (error) {
    const isUnreadable = error instanceof UnreadableSpreadsheet || error instanceof UnreadableDocx;
    throw isUnreadable ? invalidField('file', 'plan.file-unreadable') : error;
  }
}
