import type { Lang } from '#libs/platform/access';
import type { Translate } from '#libs/platform/phrases';

export interface Words {
  t: Translate;
  lang: Lang;
}

/** money: whole kopecks; points: a score, always shown with two decimals; day: 'YYYY-MM-DD' in Kyiv; instant: a Date; state: words with a tag. */
export type Kind = 'text' | 'number' | 'points' | 'money' | 'day' | 'instant' | 'state';
export type Value = string | number | Date | null | undefined;

/** One column: on the page, on paper and in the files alike. */
export interface Column<Row> {
  /** Name of the value in the row; also what `?sort=` says. */
  key: string;
  /** Phrase of the heading; or its text, when people have written it. */
  phrase: string;
  text?: string;
  kind?: Kind;
  /** When the value is not simply `row[key]`; in the unit of its kind. Such a column sorts only when `sort` says how. */
  value?: (row: Row, words: Words) => Value;
  /** The value is a code: beginning of its phrase, `applications:state.` */
  words?: string;
  /** SQL over the names of the row, or false for no sorting. Rows in hand are sorted by their value: true. */
  sort?: string | boolean;
  /** Kind of the tag of a state, see statusTag. */
  tone?: (row: Row) => string | undefined;
  href?: (row: Row) => string | null;
  /** On the page a smaller line below the column of that key; a column of its own in files. */
  under?: string;
  /** The name of the row for those who hear it. One per list. */
  isHeading?: boolean;
  withSeconds?: boolean;
}

export interface Choice {
  phrase: string;
  /** Condition over the names of the row; left out, the row's value of the filter's name equals the choice. */
  sql?: string;
}

/** One choice among few, kept in the address: `?state=admitted`. */
export interface Filter {
  name: string;
  /** Phrases: the label, and what stands there when nothing is chosen. */
  label: string;
  any: string;
  choices: Readonly<Record<string, Choice>>;
  /** Drawn as tabs above the list. */
  asTabs?: boolean;
}

/**
 * Names of the row's values that are searched: of few rows in any text, of many in one that is `kept` in its search form
 * and can have an index.
 */
export type Searched = { in: readonly string[]; kept?: never } | { kept: string; in?: never };

/** A list, declared once: the page, the order, the search, the files and the print view follow from it. */
export interface ListShape<Row> {
  /** Unique among all lists. */
  name: string;
  /** Phrase: names the table and the files. */
  title: string;
  columns: readonly Column<Row>[];
  search?: { label: string } & Searched;
  filters?: readonly Filter[];
  /** SQL over the names of the row: the order at first and among equals. Ends with something unique. */
  order: string;
  pageSize?: number;
  /** Other parameters of the address that stay as they are. */
  keeps?: readonly string[];
}

/** Checks what the types cannot say, once, at start. */
export function defineList<Row>(shape: ListShape<Row>): ListShape<Row> {
  const keys = shape.columns.map(({ key }) => key);
  const strange = shape.columns.filter(({ under }) => under && !keys.includes(under)).map(({ key }) => key);
  if (new Set(keys).size < keys.length || strange.length > 0)
    throw new Error(`list ${shape.name}: a column twice, or under nothing`);
  if ((shape.filters ?? []).some(({ name }) => RESERVED.includes(name)))
    throw new Error(`list ${shape.name}: a filter with a reserved name`);
  return shape;
}

const RESERVED = ['q', 'sort', 'page', 'as'];

/** A filter whose choices are values of the row, with their phrases under one beginning. */
export function choicesOf(values: readonly string[], beginning: string): Record<string, Choice> {
  return Object.fromEntries(values.map((value) => [value, { phrase: beginning + value }]));
}

export function headingOf({ text, phrase }: { text?: string; phrase: string }, { t }: Words): string {
  return text ?? t(phrase);
}

export function valueOf<Row>(column: Column<Row>, row: Row, words: Words): Value {
  const value = column.value ? column.value(row, words) : (row as Record<string, Value>)[column.key];
  return column.words && value ? words.t(column.words + String(value)) : value;
}
