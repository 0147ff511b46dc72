/** A feed by RFC 4287. Addresses are whole. */
export interface AtomFeed {
  id: string;
  title: string;
  language: string;
  self: string;
  page: string;
  updatedAt: Date;
  entries: AtomEntry[];
}

export interface AtomEntry {
  id: string;
  title: string;
  url: string;
  author: string;
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML 1.0 forbids is left out: one such character would make the whole feed unreadable. */
const text = (value: string): string =>
  value
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

export function atomText(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${text(feed.id)}</id>`,
    `<title>${text(feed.title)}</title>`,
    `<link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(feed.page)}"/>`,
    `<updated>${feed.updatedAt.toISOString()}</updated>`,
    ...feed.entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}

const entryText = ({ id, title, url, author, summary, publishedAt, updatedAt }: AtomEntry): string =>
  [
    '<entry>',
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${text(url)}"/>`,
    `<author><name>${text(author)}</name></author>`,
    `<published>${publishedAt.toISOString()}</published>`,
    `<updated>${updatedAt.toISOString()}</updated>`,
    `<summary>${text(summary)}</summary>`,
    '</entry>',
  ].join('\n');
