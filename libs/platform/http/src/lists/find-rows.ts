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

/** Which rows there are: a whole select, its parameters, and a shorter statement with as many rows, if there is one. */
export interface Source {
  select: string;
  params: readonly unknown[];
  bare?: string | null;
}

/** What is found, as the beginning of a statement: `found` has the rows. */
interface Found {
  sql: string;
  params: unknown[];
}

/**
 * Narrows, orders and cuts the rows that `select` gives. What the actor may not see, `select` leaves out: nothing here
 * widens it. The total is that of everything found, and ends one above what is counted or was read.
 */
export async function findRows<Row>(
  reader: Reader,
  shape: ListShape<Row>,
  question: ListQuestion,
  { select, params, bare }: Source,
  slice: Slice,
): Promise<{ rows: Row[]; total: number }> {
  const all = narrowed(shape, question, select, params);
  const ids = shape.search?.kept && question.search ? await counted(reader, all) : null;
  if (ids?.length === 0) return { rows: [], total: 0 };
  const isFew = ids !== null && ids.length <= LIST_COUNT_MAX;
  const { sql, params: values } = isFew ? thoseOf(ids, select, params) : all;
  const total = ids?.length ?? countOf(question, bare);
  const rows = await reader.rows<Row & { listTotal: number }>(
    `${sql} select found.*, ${total} as "listTotal" from found
      order by ${orderOf(shape, question)} limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, slice.limit, slice.offset],
  );
  const sums = shape.columns.filter(({ kind, value }) => kind === 'money' && !value).map(({ key }) => key);
  return {
    total: Math.max(rows[0]?.listTotal ?? 0, rows.length),
    rows: rows.map(({ listTotal: _, ...row }) => withSafeSums(row as unknown as Record<string, unknown>, sums) as Row),
  };
}

/** Of a list that nobody has narrowed, by the shorter statement. */
function countOf({ search, filters }: ListQuestion, bare: string | null | undefined): string {
  const isWhole = search === '' && Object.keys(filters).length === 0;
  const rows = bare && isWhole ? bare : 'select from found';
  return `(select count(*)::int from (${rows} limit ${LIST_COUNT_MAX + 1}) counted)`;
}

/**
 * Read twice, for the page by an index of its order and for the count without its columns; only a search that makes the
 * search form of every row does so once.
 */
function narrowed<Row>(
  shape: ListShape<Row>,
  question: ListQuestion,
  select: string,
  params: readonly unknown[],
): Found {
  const all = [...params];
  const place = (value: unknown): string => `$${all.push(value)}`;
  const conditions = [...searched(shape, question, place), ...filtered(shape, question, place)];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const isComparedOnce = question.search !== '' && shape.search?.in !== undefined;
  const sql = `with listed as not materialized (${select}),
     found as ${isComparedOnce ? '' : 'not'} materialized (select * from listed ${where})`;
  return { sql, params: all };
}

/**
 * The ids of what a search in a kept form finds, as far as a list is counted. When these are all, only they are put in
 * order: by the index of the order PostgreSQL would go through all rows, and what has a word in common stands close
 * together in the alphabet, or in time.
 */
async function counted(reader: Reader, { sql, params }: Found): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(`${sql} select id from found limit ${LIST_COUNT_MAX + 1}`, params);
  return rows.map(({ id }) => id);
}

function thoseOf(ids: readonly string[], select: string, params: readonly unknown[]): Found {
  const sql = `with found as not materialized (select * from (${select}) listed where id = any($${params.length + 1}))`;
  return { sql, params: [...params, ids] };
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
  const form = search.in ? `platform.search_form(${search.in.map(textOf).join(` || ' ' || `)})` : `"${search.kept}"`;
  return wordsOf(question.search).map((word) => `${form} like platform.search_pattern(${place(word)}::text)`);
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
