import type { Reader } from '#libs/platform/database';
import type { Slice } from './find-rows.js';
import { wordsOf, type ListQuestion } from './list-question.js';
import { valueOf, type ListShape, type Value, type Words } from './list-shape.js';

/** The same for rows in hand, when a list is short by nature or computed; their order is the order at first. */
export async function pickRows<Row>(
  reader: Reader,
  shape: ListShape<Row>,
  question: ListQuestion,
  rows: readonly Row[],
  words: Words,
  { limit, offset }: Slice,
): Promise<{ rows: Row[]; total: number }> {
  const chosen = rows.filter((row) =>
    Object.entries(question.filters).every(([name, value]) => (row as Record<string, unknown>)[name] === value),
  );
  const found = sorted(shape, question, await matching(reader, shape, question, chosen), words);
  return { rows: found.slice(offset, offset + limit), total: found.length };
}

/** PostgreSQL compares, so that a search forgives the same things in every list. */
async function matching<Row>(
  reader: Reader,
  { search }: ListShape<Row>,
  question: ListQuestion,
  rows: Row[],
): Promise<Row[]> {
  const typed = wordsOf(question.search);
  if (!search || typed.length === 0) return rows;
  const names = search.in ?? [search.kept];
  const texts = rows.map((row) => names.map((name) => String((row as Record<string, unknown>)[name] ?? '')).join(' '));
  const found = await reader.rows<{ position: number }>(
    `select position::int from unnest($1::text[]) with ordinality as line (text, position)
      where (select bool_and(platform.search_form(text) like platform.search_pattern(word)) from unnest($2::text[]) word)`,
    [texts, typed],
  );
  const positions = new Set(found.map(({ position }) => position));
  return rows.filter((_, index) => positions.has(index + 1));
}

const collator = new Intl.Collator('uk');

function sorted<Row>({ columns }: ListShape<Row>, { sort }: ListQuestion, rows: Row[], words: Words): Row[] {
  const column = sort && columns.find(({ key }) => key === sort.key);
  if (!column) return rows;
  const order = (a: Row, b: Row) =>
    compare(valueOf(column, a, words), valueOf(column, b, words), sort.isDescending ? -1 : 1);
  return [...rows].sort(order);
}

/** What has no value stands last either way. */
function compare(a: Value, b: Value, direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === null || a === undefined || a === '') return 1;
  if (b === null || b === undefined || b === '') return -1;
  const difference = typeof a === 'string' ? collator.compare(a, String(b)) : Number(a) - Number(b);
  return difference * direction;
}
