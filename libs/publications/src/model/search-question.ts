/** What is looked for; in the order in which the page shows it. */
export const KINDS = ['competitions', 'organisations', 'projects'] as const;
export type Kind = (typeof KINDS)[number];

export interface SearchQuestion {
  text: string;
  words: string[];
  /** The text of a number of a proposal («1.1-2021/001»), else null. */
  registerCode: string | null;
  /** One letter of a word may be wrong. */
  isNear?: boolean;
  kind: Kind | null;
  /** Budget year. */
  year: number | null;
  /** Slug of the authority. */
  authority: string | null;
}

const TEXT_MAX = 100;
const WORDS_MAX = 8;

/** Reads the address; anything odd is left out. */
export function readSearch(query: Record<string, unknown>): SearchQuestion {
  const of = (name: string): string => (typeof query[name] === 'string' ? query[name].trim().slice(0, TEXT_MAX) : '');
  const text = of('q');
  return {
    text,
    words: text
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .slice(0, WORDS_MAX),
    registerCode: /^[\d.]+-\d{4}\/\d+$/.test(text) ? text : null,
    kind: KINDS.find((kind) => kind === of('kind')) ?? null,
    year: /^20\d\d$/.test(of('year')) ? Number(of('year')) : null,
    authority: /^[a-z0-9-]{2,60}$/.test(of('authority')) ? of('authority') : null,
  };
}

/** Whether anything was asked at all. */
export const isAsked = ({ words, year, authority }: SearchQuestion): boolean =>
  words.length > 0 || year !== null || authority !== null;

/** The question as an address; `changed` overrides. */
export function searchAddress(path: string, question: SearchQuestion, changed: Partial<SearchQuestion> = {}): string {
  const { text, kind, year, authority } = { ...question, ...changed };
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(kind && { kind }),
    ...(year && { year: String(year) }),
    ...(authority && { authority }),
  });
  return `${path}?${query.toString()}`;
}
