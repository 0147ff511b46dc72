/** A piece of a line; with `href` it leads somewhere. */
export interface Span {
  text: string;
  href: string | null;
}

export type Block = { kind: 'heading' | 'paragraph'; spans: Span[] } | { kind: 'list'; items: Span[][] };

const LINK = /\[([^\]\n]+)\]\(([^)\s]+)\)/g;
/** Own pages, other sites, mail and telephone; anything else is printed as it was typed. */
const SAFE_ADDRESS = /^(\/(?![/\\])[^\s]*|https:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d-]+)$/;

/**
 * Reads the words of an information page: an empty line parts paragraphs, `## ` begins a heading, `- ` an item of a
 * list, `[words](/address)` is a link. Nothing of it is HTML: the template prints every piece as plain text.
 */
export function prose(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean)
    .flatMap(blocksOf);
}

function blocksOf(block: string): Block[] {
  const blocks: Block[] = [];
  for (const line of block.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1);
    if (line.startsWith('## ')) blocks.push({ kind: 'heading', spans: spansOf(line.slice(3)) });
    else if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', spans: spansOf(line) });
    else if (last?.kind === 'list') last.items.push(spansOf(line.slice(2)));
    else blocks.push({ kind: 'list', items: [spansOf(line.slice(2))] });
  }
  return blocks;
}

function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(LINK)) {
    const [whole, words, address] = match as unknown as [string, string, string];
    if (!SAFE_ADDRESS.test(address)) continue;
    spans.push({ text: line.slice(from, match.index), href: null }, { text: words, href: address });
    from = match.index + whole.length;
  }
  return [...spans, { text: line.slice(from), href: null }].filter(({ text }) => text !== '');
}
