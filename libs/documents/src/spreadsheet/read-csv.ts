import { UnreadableSpreadsheet } from './read-spreadsheet.js';

export interface CsvLimits {
  /** Rows beyond are not read. */
  rows: number;
}

const RECORD_MAX = 100_000;

/**
 * A CSV that somebody sent: RFC 4180, and what spreadsheets here make of it – semicolons, tabs, and the letters of Windows.
 * @throws UnreadableSpreadsheet
 */
export async function readCsv(content: Buffer, { rows }: CsvLimits): Promise<string[][]> {
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
      to: rows,
      max_record_size: RECORD_MAX,
    });
  } catch {
    throw new UnreadableSpreadsheet('unreadable');
  }
}

function decoded(content: Buffer): string {
  if (content.includes(0)) throw new UnreadableSpreadsheet('unreadable');
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
