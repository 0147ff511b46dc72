/*
 * An English page shows words that are Ukrainian by nature: what people typed, titles of competitions, texts of the law.
 * A screen reader reads them right only where they are marked (WCAG 3.1.2). Templates do not mark them: it is done here,
 * once, for every page.
 */

const UKRAINIAN = /\p{Script=Cyrillic}/u;
/** From the first Ukrainian word to the last one, with numbers and signs between; ends where Latin words begin. */
const WORDS =
  /(?<!\S)\S*\p{Script=Cyrillic}\S*(?:\s+(?:[^\sA-Za-z\p{Script=Cyrillic}]+\s+)*\S*\p{Script=Cyrillic}\S*)*/gu;
const TAG = /<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gi;
const NAME = /^<(\/?)([a-z][\w-]*)/i;
const IS_MARKED = /\slang="uk"/;
/** They hold text and no elements: the mark is an attribute of theirs. */
const HOLDS_TEXT_ONLY: readonly string[] = ['option', 'textarea', 'text', 'title'];
const NO_WORDS: readonly string[] = ['script', 'style'];
const VALUE = /\svalue="([^"]*)"/;

/** Marks every run of Ukrainian words in the body of an English page that no element above it marks already. */
export function markUkrainian(html: string): string {
  const start = html.indexOf('<body');
  if (start < 0) return html;
  return html.slice(0, start) + new Marking().of(html.slice(start));
}

class Marking {
  /** The element in which nothing is to be marked, and how many of its name are open in it. */
  private closed: { name: string; depth: number } | null = null;
  private readonly pieces: string[] = [];

  of(html: string): string {
    for (const [piece] of html.matchAll(TAG)) this.pieces.push(this.piece(piece));
    return this.pieces.join('');
  }

  private piece(piece: string): string {
    const [, slash, tag] = NAME.exec(piece) ?? [];
    if (tag) return this.tag(piece, tag.toLowerCase(), slash === '/');
    if (this.closed || piece.startsWith('<') || !UKRAINIAN.test(piece)) return piece;
    return this.isTextOnly() ? this.markParent(piece) : piece.replace(WORDS, '<span lang="uk">$&</span>');
  }

  private tag(piece: string, name: string, isEnd: boolean): string {
    if (this.closed) this.leave(name, isEnd);
    else if (!isEnd) return this.enter(piece, name);
    return piece;
  }

  private leave(name: string, isEnd: boolean): void {
    if (this.closed?.name !== name) return;
    this.closed.depth += isEnd ? -1 : 1;
    if (this.closed.depth === 0) this.closed = null;
  }

  private enter(piece: string, name: string): string {
    if (name === 'input') return UKRAINIAN.test(VALUE.exec(piece)?.[1] ?? '') ? marked(piece) : piece;
    if (IS_MARKED.test(piece) || NO_WORDS.includes(name)) this.closed = { name, depth: 1 };
    return piece;
  }

  private isTextOnly(): boolean {
    const name = NAME.exec(this.pieces.at(-1) ?? '')?.[2]?.toLowerCase();
    return name !== undefined && HOLDS_TEXT_ONLY.includes(name) && !this.pieces.at(-1)!.startsWith('</');
  }

  private markParent(text: string): string {
    this.pieces.push(marked(this.pieces.pop()!));
    return text;
  }
}

/** An opening tag with the mark, where it does not say its language itself. */
const marked = (tag: string): string => (/\slang="/.test(tag) ? tag : tag.replace(/\s*\/?>$/, ' lang="uk"$&'));
