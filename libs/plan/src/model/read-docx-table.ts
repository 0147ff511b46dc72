import { strFromU8, unzipSync } from 'fflate';

/** All of a document unpacked: a packed bomb is refused before it opens. */
const UNPACKED_MAX = 20 * 1024 * 1024;

export class UnreadableDocx extends Error {}

/**
 * The rows of every table of a DOCX, cell by cell, as plain text. A document is a zip, its words are in
 * `word/document.xml`; nothing else of it is opened. @throws UnreadableDocx
 */
export function readDocxTables(content: Buffer): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = null as string[] | null;
  const at: Record<string, () => void> = {
    'w:tr': () => (row = []),
    '/w:tr': () => rows.push(row),
    'w:tc': () => (cell = []),
    '/w:tc': () => {
      if (cell) row.push(cell.join('').replace(/\s+/gu, ' ').trim());
      cell = null;
    },
  };
  // Once from the beginning to the end, whatever is left open.
  for (const [, tag, words] of documentXml(content).matchAll(PIECE)) {
    if (tag !== undefined && at[tag]) at[tag]();
    else cell?.push(tag === undefined ? unescaped(words!) : ' ');
    if (rows.length > ROWS_MAX) throw new UnreadableDocx('too many rows');
  }
  return rows;
}

/** A tag that matters – paragraphs and breaks become spaces: a cell of the plan is one text – or the words of a piece. */
const PIECE = /<(\/?w:tr|\/?w:tc|\/w:p|w:br|w:tab|w:cr)(?=[\s/>])|<w:t(?:\s[^<>]*)?>([^<]*)/g;
const ROWS_MAX = 5_000;

function documentXml(content: Buffer): string {
  try {
    const parts = unzipSync(content, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= UNPACKED_MAX,
    });
    return strFromU8(parts['word/document.xml']!);
  } catch {
    throw new UnreadableDocx('no document inside');
  }
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
