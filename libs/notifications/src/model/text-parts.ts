export interface TextPart {
  text: string;
  /** Set for a part that is an address. */
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<]+[^\s<.,;:)]/g;

/** A plain text as what it says and the addresses in it. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { 0: href, index } of text.matchAll(ADDRESS)) {
    if (index > at) parts.push({ text: text.slice(at, index) });
    parts.push({ text: href, href });
    at = index + href.length;
  }
  return at < text.length ? [...parts, { text: text.slice(at) }] : parts;
}
