import { isEdrpou } from '#libs/identity';
import { addDays, parseDay } from '#libs/platform/clock';
import { AMOUNT_MAX_KOP, parseMoney } from '#libs/platform/money';
import { LIMITS, YEAR_FROM, YEAR_UNTIL } from './limits.js';
import type { EntryValue, RegisterColumn } from './register.js';

/** A cell as the file has it; a day of a spreadsheet is 'YYYY-MM-DD'. */
export type Cell = string | number | boolean | null;

/** `problem`, `warning`: codes of phrases `registers:cell.<code>`. */
export interface CellReading {
  value: EntryValue;
  problem?: string;
  warning?: string;
  data?: Record<string, unknown>;
}

const wrong = (problem: string, data?: Record<string, unknown>): CellReading => ({ value: null, problem, data });

/** One cell as its column means it. `choices`: the words of a choice, as people read them, to its codes. */
export function readCell(column: RegisterColumn, cell: Cell, choices: ReadonlyMap<string, string>): CellReading {
  const text = String(cell ?? '').trim();
  if (text === '') return column.isRequired ? wrong('required') : { value: null };
  // What a formula failed to compute.
  if (/^#[A-Z0-9/!?]+[!?A]?$/.test(text)) return wrong('formula-error', { text });
  return READERS[column.kind](cell, text, choices);
}

type ReadOf = (cell: Cell, text: string, choices: ReadonlyMap<string, string>) => CellReading;

const READERS: Record<RegisterColumn['kind'], ReadOf> = {
  text: (_, text) => (text.length > LIMITS.text ? wrong('too-long', { max: LIMITS.text }) : { value: text }),
  edrpou: (_, text) => edrpou(text),
  money: (cell, text) => money(cell, text),
  day: (cell, text) => day(cell, text),
  year: (_, text) => {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    return year < YEAR_FROM || year > YEAR_UNTIL ? wrong('year') : { value: year };
  },
  count: (_, text) => (/^\d{1,9}$/.test(text) ? { value: Number(text) } : wrong('count')),
  points: (cell, text) => points(typeof cell === 'number' ? String(cell) : text),
  choice: (_, text, choices) => {
    const code = choices.get(text.toLowerCase());
    return code === undefined ? wrong('choice', { choices: [...new Set(choices.keys())].join(', ') }) : { value: code };
  },
};

/** rule 5: eight digits with a check digit. A spreadsheet that took the code for a number has lost its zeros. */
function edrpou(text: string): CellReading {
  if (!/^\d{5,8}$/.test(text)) return wrong('edrpou');
  const code = text.padStart(8, '0');
  if (!isEdrpou(code)) return wrong('edrpou-digit', { code });
  return code === text ? { value: code } : { value: code, warning: 'edrpou-padded', data: { code } };
}

/** «1 500,50» as people write it, 1500.5 as a spreadsheet keeps it. */
function money(cell: Cell, text: string): CellReading {
  if (typeof cell !== 'number') {
    const kop = parseMoney(text);
    return kop === null ? wrong('money') : { value: kop };
  }
  const kop = Math.round(cell * 100);
  if (kop < 0 || kop > AMOUNT_MAX_KOP) return wrong('money');
  return Math.abs(cell * 100 - kop) > 1e-4 ? wrong('money-parts') : { value: kop };
}

/** «17,25» -> 1725 hundredths of a point. */
function points(text: string): CellReading {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text);
  return match ? { value: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) } : wrong('points');
}

/** Days from 1954 to 2119, as a spreadsheet counts them from 30.12.1899. */
const SERIAL_FROM = 20_000;
const SERIAL_UNTIL = 80_000;

/** «05.10.2020», a day of a spreadsheet, or the bare number that stands for one. */
function day(cell: Cell, text: string): CellReading {
  if (typeof cell === 'number' && cell >= SERIAL_FROM && cell <= SERIAL_UNTIL)
    return { value: addDays('1899-12-30', Math.floor(cell)) };
  const read = parseDay(text);
  return read === null ? wrong('day') : { value: read };
}
