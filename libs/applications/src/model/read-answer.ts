import type { Column, Question } from '#libs/competitions';
import { parseDay } from '#libs/platform/clock';
import type { FieldError } from '#libs/platform/errors';
import { formatMoney, parseMoney } from '#libs/platform/money';
import { plainNumber } from '#libs/platform/numbers';
import { isAnswered, optionsOf, wordsIn, type AnswerValue, type Cell, type TableRow } from './answers.js';
import { ANSWER_LENGTH_MAX, CELL_LENGTH_MAX, TABLE_ROWS_MAX } from './limits.js';

/** What was typed for one question as it is kept, and what is wrong with it. */
export interface ReadAnswer {
  value: AnswerValue;
  errors: FieldError[];
}

/** `typed` is a part of a posted form: text, a list of ticked values, or rows of cells. */
export function readAnswer(question: Question, typed: unknown): ReadAnswer {
  const field = `answers[${question.key}]`;
  if (question.kind === 'table') return readTable(question, typed, field);
  if (question.kind === 'choices') return readChoices(question, typed, field);
  return readCell(question, textOf(typed), field);
}

const textOf = (typed: unknown): string =>
  typeof typed === 'string' ? typed.trim().replace(/\r\n/g, '\n') : typeof typed === 'number' ? String(typed) : '';

type Read<T> = { value: T; errors: FieldError[] };
const good = <T>(value: T): Read<T> => ({ value, errors: [] });
const bad = <T>(value: T, field: string, code: string, data?: Record<string, unknown>): Read<T> => ({
  value,
  errors: [{ field, code, ...(data && { data }) }],
});

/** A value as people type it: «1 500,50», «1500.50», 05.10.2020. */
function readCell(asked: Question | Column, text: string, field: string): Read<Cell> {
  if (text === '') return good('');
  switch (asked.kind) {
    case 'number':
      return inRange(asked, parseNumber(text), text, field, 'platform.number');
    case 'money':
      return inRange(asked, parseMoney(text), text, field, 'platform.money');
    case 'date':
      return parseDay(text) ? good(parseDay(text)!) : bad(text, field, 'platform.day');
    case 'choice':
    case 'yes-no':
      return optionsOf(asked as Question).includes(text) ? good(text) : bad(text, field, 'platform.choose');
    default:
      return readText(asked, text, field);
  }
}

function readText(asked: Question | Column, text: string, field: string): Read<Cell> {
  const { maxLength, maxWords } = asked as Question;
  const max = maxLength ?? ('hint' in asked ? ANSWER_LENGTH_MAX : CELL_LENGTH_MAX);
  if (text.length > max) return bad(text, field, 'platform.too-long', { max });
  if (maxWords && wordsIn(text) > maxWords)
    return bad(text, field, 'applications.too-many-words', { max: maxWords, count: wordsIn(text) });
  return good(text);
}

function inRange(
  asked: Question | Column,
  value: number | null,
  text: string,
  field: string,
  code: string,
): Read<Cell> {
  if (value === null) return bad(text, field, code);
  const { min = null, max = null, kind } = asked as Question;
  const shown = (limit: number) => (kind === 'money' ? formatMoney(limit, 'uk') : String(limit).replace('.', ','));
  if (min !== null && value < min) return bad(value, field, 'applications.less-than', { min: shown(min) });
  if (max !== null && value > max) return bad(value, field, 'applications.more-than', { max: shown(max) });
  return good(value);
}

const NUMBER = /^-?\d{1,12}(?:\.\d{1,4})?$/;

/** At most twelve digits before the comma and four behind it. */
export function parseNumber(text: string): number | null {
  const plain = plainNumber(text);
  return plain !== null && NUMBER.test(plain) ? Number(plain) : null;
}

function readChoices(question: Question, typed: unknown, field: string): ReadAnswer {
  const ticked = [typed ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  const known = optionsOf(question).filter((value) => ticked.includes(value));
  return known.length < new Set(ticked).size ? bad(known, field, 'platform.choose') : good(known);
}

/** Rows left blank do not count. Errors name the row as it was posted. */
function readTable({ columns = [], rowsMax }: Question, typed: unknown, field: string): ReadAnswer {
  const posted = Object.values(typeof typed === 'object' && typed !== null ? typed : {}) as unknown[];
  const read = posted.map((row, index) => readRow(columns, row, `${field}[${index}]`));
  const rows = read.filter(({ value }) => Object.values(value).some((cell) => isAnswered(cell)));
  const value = rows.map((row) => row.value);
  const max = Math.min(rowsMax ?? TABLE_ROWS_MAX, TABLE_ROWS_MAX);
  if (value.length > max) return bad(value, field, 'applications.too-many-rows', { max });
  return { value, errors: rows.flatMap((row) => row.errors) };
}

function readRow(columns: readonly Column[], typed: unknown, field: string): Read<TableRow> {
  const cells = (typeof typed === 'object' && typed !== null ? typed : {}) as Record<string, unknown>;
  const read = columns.map((column) => {
    const { value, errors } = readCell(column, textOf(cells[column.key]), `${field}[${column.key}]`);
    return { key: column.key, value, errors };
  });
  return {
    value: Object.fromEntries(read.map(({ key, value }) => [key, value])),
    errors: read.flatMap(({ errors }) => errors),
  };
}
