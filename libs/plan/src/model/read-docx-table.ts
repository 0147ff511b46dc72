import { strFromU8, unzipSync } from 'fflate';

/** All of a document unpacked: a packed bomb is refused before it opens. */
const UNPACKED_MAX = 20 * 1024 * 1024;

export class UnreadableDocx extends Error {}

/**
 * The rows of every table of a DOCX, cell by cell, as plain text. A document is a zip, its words are in
 * `word/document.xml`; nothing else of it is opened. @throws UnreadableDocx
 */
export function readDocxTables(content: Buffer): string[][] {
  const xml = documentXml(content);
  return [...xml.matchAll(/<w:tr[\s>][\s\S]*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc[\s>][\s\S]*?<\/w:tc>/g)].map(([cell]) => cellText(cell)),
  );
}

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

/** Paragraphs become spaces: a cell of the plan is one text. */
function cellText(cell: string): string {
  const marked = cell.replace(/<w:(?:br|tab|cr)\b[^>]*\/>|<\/w:p>/g, ' ');
  const words = [...marked.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|( )(?=<|$)/g)].map(
    ([, said, space]) => said ?? space ?? '',
  );
  return unescaped(words.join('')).replace(/\s+/gu, ' ').trim();
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
