import type { Grid } from '../read-rows.js';
import { LIMITS } from '../limits.js';
import { fileFault } from './file-fault.js';

/** RFC 4180, and what spreadsheets here make of it: semicolons, and the letters of Windows. */
export async function readCsv(content: Buffer): Promise<Grid> {
  const { parse } = await import('csv-parse/sync');
  const text = decoded(content);
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      // A name with quotes of its own, typed without the quotes around it.
      relax_quotes: true,
      skip_empty_lines: false,
      // The headings and one row too many, so that the fault is said.
      to: LIMITS.rows + 2,
      max_record_size: 100_000,
    });
  } catch {
    throw fileFault('file-unreadable');
  }
}

function decoded(content: Buffer): string {
  if (content.includes(0)) throw fileFault('file-unreadable');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1251').decode(content);
  }
}

/** Whichever the headings hold most of; they hold no text that could have one inside. */
function delimiterOf(text: string): string {
  const [headings = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => headings.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
