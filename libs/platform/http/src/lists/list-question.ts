import type { ListShape } from './list-shape.js';

export const FORMS = ['page', 'print', 'csv', 'xlsx'] as const;
export type Form = (typeof FORMS)[number];

/** What the address asks of a list. Anything odd is left out. */
export interface ListQuestion {
  search: string;
  /** Name of the filter -> the choice. */
  filters: Record<string, string>;
  sort: { key: string; isDescending: boolean } | null;
  page: number;
  as: Form;
  /** What the page reads beside the list. */
  kept: Record<string, string>;
}

const SEARCH_LENGTH_MAX = 100;
const PAGE_MAX = 100_000;

export function readQuestion(shape: ListShape<never>, query: Record<string, unknown>): ListQuestion {
  const page = Number(query.page);
  return {
    search: shape.search && typeof query.q === 'string' ? query.q.trim().slice(0, SEARCH_LENGTH_MAX) : '',
    filters: Object.fromEntries(
      (shape.filters ?? [])
        .filter(({ name, choices }) => typeof query[name] === 'string' && Object.hasOwn(choices, query[name]))
        .map(({ name }) => [name, query[name] as string]),
    ),
    sort: readSort(shape, query.sort),
    page: Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1,
    as: FORMS.find((form) => form === query.as) ?? 'page',
    kept: Object.fromEntries(
      (shape.keeps ?? []).flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])),
    ) as Record<string, string>,
  };
}

/** `?sort=requestedKop` up, `?sort=-requestedKop` down. */
function readSort(shape: ListShape<never>, text: unknown): ListQuestion['sort'] {
  if (typeof text !== 'string') return null;
  const key = text.replace(/^-/, '');
  return shape.columns.some((column) => column.key === key && isSortable(column))
    ? { key, isDescending: text !== key }
    : null;
}

export const isSortable = ({ sort, value }: { sort?: string | boolean; value?: unknown }): boolean =>
  sort === undefined ? value === undefined : sort !== false;

/** The question as an address; `changed` overrides. The first page and the page as such are not written out. */
export function addressOf(path: string, question: ListQuestion, changed: Partial<ListQuestion> = {}): string {
  const { search, filters, sort, page, as, kept } = { ...question, page: 1, as: 'page', ...changed };
  const query = new URLSearchParams({
    ...kept,
    ...(search && { q: search }),
    ...filters,
    ...(sort && { sort: `${sort.isDescending ? '-' : ''}${sort.key}` }),
    ...(page > 1 && { page: String(page) }),
    ...(as !== 'page' && { as }),
  }).toString();
  return query ? `${path}?${query}` : path;
}

/** What was typed, word by word; the order of the words does not matter. */
export function wordsOf(search: string): string[] {
  return search
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, WORDS_MAX);
}

const WORDS_MAX = 8;
