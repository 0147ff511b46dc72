import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { ListQuestion } from './list-question.js';
import { wordsOf } from './list-question.js';
import type { ListShape } from './list-shape.js';

export interface Slice {
  limit: number;
  offset: number;
}

/** Nobody pages further: a list is counted so far, and what is more is said to be more. */
export const LIST_COUNT_MAX = 1_000;

/**
 * Narrows, orders and cuts the rows that `select` gives. What the actor may not see, `select` leaves out: nothing here
 * widens it. The total is that of everything found, and ends one above what is counted or was read.
 */
export async function findRows<Row>(
  reader: Reader,
  shape: ListShape<Row>,
  question: ListQuestion,
  select: string,
  params: readonly unknown[],
  slice: Slice,
): Promise<{ rows: Row[]; total: number }> {
  const all = [...params];
  const place = (value: unknown): string => `$${all.push(value)}`;
  const conditions = [...searched(shape, question, place), ...filtered(shape, question, place)];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const found = await reader.rows<Row & { listTotal: number }>(
    `with listed as not materialized (${select}),
          found as ${isComparedOnce(shape, question) ? '' : 'not'} materialized (select * from listed ${where})
     select found.*, (select count(*)::int from (select from found limit ${LIST_COUNT_MAX + 1}) counted) as "listTotal"
       from found
      order by ${orderOf(shape, question)} limit ${place(slice.limit)} offset ${place(slice.offset)}`,
    all,
  );
  const sums = shape.columns.filter(({ kind, value }) => kind === 'money' && !value).map(({ key }) => key);
  return {
    total: Math.max(found[0]?.listTotal ?? 0, found.length),
    rows: found.map(({ listTotal: _, ...row }) => withSafeSums(row as unknown as Record<string, unknown>, sums) as Row),
  };
}

/**
 * Read twice, for the page by an index of its order and for the count without its columns; only a search in several
 * columns, which no index serves, compares every row and does so once.
 */
function isComparedOnce<Row>({ search }: ListShape<Row>, question: ListQuestion): boolean {
  return question.search !== '' && search !== undefined && search.in.length > 1;
}

/** PostgreSQL gives whole kopecks as text. */
function withSafeSums(row: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  for (const key of keys) if (typeof row[key] === 'string') row[key] = toSafeInteger(row[key]);
  return row;
}

type Place = (value: unknown) => string;

/** Forgiving by platform.search_form, the same for the text and for what was typed. */
function searched<Row>({ search }: ListShape<Row>, question: ListQuestion, place: Place): string[] {
  if (!search) return [];
  const text = search.in.length === 1 ? `"${search.in[0]}"` : search.in.map(textOf).join(` || ' ' || `);
  return wordsOf(question.search).map(
    (word) => `platform.search_form(${text}) like platform.search_pattern(${place(word)}::text)`,
  );
}

const textOf = (name: string): string => `coalesce("${name}"::text, '')`;

function filtered<Row>({ filters = [] }: ListShape<Row>, question: ListQuestion, place: Place): string[] {
  return filters.flatMap(({ name, choices }) => {
    const chosen = question.filters[name];
    if (chosen === undefined) return [];
    const { sql } = choices[chosen]!;
    return [sql ? `(${sql})` : `"${name}" = ${place(chosen)}`];
  });
}

/** Only what the shape names gets into the statement: the key was found among its columns. */
function orderOf<Row>({ columns, order }: ListShape<Row>, { sort }: ListQuestion): string {
  const column = sort && columns.find(({ key }) => key === sort.key);
  if (!column) return order;
  const isText = (column.kind ?? 'text') === 'text' && !column.words;
  const own = typeof column.sort === 'string' ? column.sort : `"${column.key}"${isText ? ' collate "uk-x-icu"' : ''}`;
  return `${own} ${sort.isDescending ? 'desc' : 'asc'} nulls last, ${order}`;
}
