import { shortDate, shortDateTime } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { numberText } from '#libs/platform/numbers';
import { LIST_COUNT_MAX } from './find-rows.js';
import { addressOf, isSortable, type ListQuestion } from './list-question.js';
import { headingOf, valueOf, type Column, type Filter, type ListShape, type Value, type Words } from './list-shape.js';

/** More is neither printed nor exported at once: it has to be narrowed first. */
export const LIST_ROWS_MAX = 5_000;

export interface Cell {
  label: string;
  text: string;
  href?: string | null;
  tone?: string;
  isHeading?: boolean;
  isNumber: boolean;
  notes: Cell[];
}

export interface Found<Row> {
  rows: Row[];
  total: number;
  /** The page that was shown; the first, when there are not so many. */
  page: number;
}

/** Nothing was found, or nothing may be shown. */
export const NOTHING: Found<never> = { rows: [], total: 0, page: 1 };

/** Everything `platform/list.njk` draws. Addresses are without the language prefix. */
export function listModel<Row>(
  shape: ListShape<Row>,
  question: ListQuestion,
  found: Found<Row>,
  path: string,
  words: Words,
) {
  const { t } = words;
  const columns = laidOut(shape, words);
  const size = question.as === 'page' ? (shape.pageSize ?? 25) : LIST_ROWS_MAX;
  const isMore = question.as === 'page' && found.total > LIST_COUNT_MAX;
  const total = isMore ? LIST_COUNT_MAX : found.total;
  const pages = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (found.page - 1) * size + 1;
  return {
    name: shape.name,
    title: t(shape.title),
    path,
    question,
    search: shape.search && { label: t(shape.search.label), value: question.search },
    filters: (shape.filters ?? []).map((filter) => filterOf(filter, question, path, t)),
    unnarrowed: addressOf(path, { ...question, search: '', filters: {}, sort: null }),
    isNarrowed: question.search !== '' || Object.keys(question.filters).length > 0,
    heads: shape.columns.filter(({ under }) => !under).map((column) => headOf(column, question, path, words)),
    rows: found.rows.map((row) => ({ row, cells: cellsOf(columns, row, words) })),
    paging: { page: found.page, pages, total, isMore, from, to: Math.min(from + size - 1, total) },
    pagesBase: withPage(addressOf(path, question)),
    isPrint: question.as === 'print',
    back: addressOf(path, question),
    print: addressOf(path, question, { as: 'print' }),
    csv: addressOf(path, question, { as: 'csv' }),
    xlsx: addressOf(path, question, { as: 'xlsx' }),
  };
}

function filterOf(
  { name, label, any, choices, asTabs = false }: Filter,
  question: ListQuestion,
  path: string,
  t: Words['t'],
) {
  const { [name]: chosen, ...others } = question.filters;
  const items = Object.entries(choices).map(([value, { phrase }]) => ({
    ...{ value, text: t(phrase), isCurrent: value === chosen },
    href: addressOf(path, question, { filters: { ...others, [name]: value } }),
  }));
  const anyHref = addressOf(path, question, { filters: others });
  return { name, label: t(label), any: t(any), anyHref, value: chosen, items, asTabs };
}

const withPage = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}page=`;

/** Pressed again, a heading turns the order round. */
function headOf<Row>(column: Column<Row>, question: ListQuestion, path: string, words: Words) {
  const { sort } = question;
  const isCurrent = sort?.key === column.key;
  const turned = { key: column.key, isDescending: isCurrent && !sort!.isDescending };
  return {
    text: headingOf(column, words),
    numeric: isNumber(column),
    ...(isSortable(column) && question.as === 'page' && { href: addressOf(path, question, { sort: turned }) }),
    ...(isCurrent && { sorted: sort!.isDescending ? 'descending' : 'ascending' }),
  };
}

const isNumber = <Row>({ kind }: Column<Row>): boolean => kind === 'number' || kind === 'points' || kind === 'money';

/** A column with its heading in words and with what stands below it: the same for all rows. */
interface Laid<Row> {
  column: Column<Row>;
  label: string;
  notes: Laid<Row>[];
}

function laidOut<Row>({ columns }: ListShape<Row>, words: Words): Laid<Row>[] {
  const laid = (under?: string): Laid<Row>[] =>
    columns
      .filter((column) => column.under === under)
      .map((column) => ({ column, label: headingOf(column, words), notes: under ? [] : laid(column.key) }));
  return laid();
}

function cellsOf<Row>(columns: readonly Laid<Row>[], row: Row, words: Words): Cell[] {
  return columns.map((one) => ({
    ...cellOf(one, row, words),
    notes: one.notes.map((note) => cellOf(note, row, words)).filter(({ text }) => text !== ''),
  }));
}

function cellOf<Row>({ column, label }: Laid<Row>, row: Row, words: Words): Cell {
  return {
    label,
    text: shown(column, valueOf(column, row, words), words),
    href: column.href?.(row),
    tone: column.kind === 'state' ? (column.tone?.(row) ?? 'neutral') : undefined,
    isHeading: column.isHeading,
    isNumber: isNumber(column),
    notes: [],
  };
}

function shown<Row>({ kind, withSeconds }: Column<Row>, value: Value, { lang }: Words): string {
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Date) return shortDateTime(value, withSeconds);
  if (kind === 'day') return shortDate(String(value));
  if (typeof value === 'string') return value;
  if (kind === 'money') return formatMoney(value, lang);
  return numberText(value, lang, { least: kind === 'points' ? 2 : 0, most: 2 });
}
