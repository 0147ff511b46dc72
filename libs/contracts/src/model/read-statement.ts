import type { Cell } from '#libs/registers';
import { parseDay } from '#libs/platform/clock';
import { invalidField } from '#libs/platform/errors';
import { parseMoney } from '#libs/platform/money';
import { isUkrainianIban, plainIban } from './iban.js';
import type { StatementLine } from './reconcile.js';

/** The columns of a statement, the surest name first; «…» ends what a heading may only begin with. */
const HEADINGS = {
  documentNumber: ['номер документа…', '№ документа…', 'документ', 'документ №…'],
  paidOn: ['дата проведення…', 'дата платежу…', 'дата операції…', 'дата', 'дата документа…'],
  amountKop: ['сума платежу…', 'сума', 'сума,…', 'сума (…'],
  iban: ['рахунок отримувача…', 'рахунок одержувача…', 'iban отримувача…', 'iban одержувача…', 'iban', 'рахунок'],
  edrpou: ['код отримувача…', 'код одержувача…', 'єдрпоу отримувача…', 'єдрпоу одержувача…', 'єдрпоу'],
  purpose: ['призначення…'],
} as const;
type Field = keyof typeof HEADINGS;
const OPTIONAL: readonly Field[] = ['edrpou'];

const text = (cell: Cell | undefined): string => String(cell ?? '').trim();

/** The lines of a statement. @throws InvalidInput at `file`, naming the column or the row that cannot be read */
export function readStatement(grid: readonly (readonly Cell[])[]): StatementLine[] {
  const [head = [], ...rows] = grid;
  const columns = columnsOf(head.map((cell) => text(cell).toLowerCase()));
  return rows.flatMap((row, index) =>
    row.every((cell) => text(cell) === '') ? [] : [lineOf(row, columns, index + 2)],
  );
}

function columnsOf(head: readonly string[]): Record<Field, number> {
  const entries = (Object.keys(HEADINGS) as Field[]).map((field) => {
    const at = columnOf(head, HEADINGS[field]);
    if (at < 0 && !OPTIONAL.includes(field))
      throw invalidField('file', 'contracts.statement-column', { column: HEADINGS[field][0].replace('…', '') });
    return [field, at] as const;
  });
  return Object.fromEntries(entries) as Record<Field, number>;
}

function columnOf(head: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const beginning = name.endsWith('…') ? name.slice(0, -1) : null;
    const at = head.findIndex((cell) => (beginning === null ? cell === name : cell.startsWith(beginning)));
    if (at >= 0) return at;
  }
  return -1;
}

function lineOf(row: readonly Cell[], columns: Record<Field, number>, number: number): StatementLine {
  const at = (field: Field): Cell => (columns[field] < 0 ? null : (row[columns[field]] ?? null));
  const line = {
    ...{ number, documentNumber: text(at('documentNumber')), purpose: text(at('purpose')) },
    ...{ paidOn: parseDay(text(at('paidOn'))) ?? '', amountKop: kopOf(at('amountKop')) },
    ...{ iban: plainIban(text(at('iban'))), edrpou: text(at('edrpou')) || null },
  };
  const isWhole = line.documentNumber !== '' && line.paidOn !== '' && line.amountKop > 0 && isUkrainianIban(line.iban);
  if (!isWhole) throw invalidField('file', 'contracts.statement-row', { row: number });
  return line;
}

/** A number of a spreadsheet, or a sum as it is typed; 0 for what is none. */
const kopOf = (cell: Cell): number =>
  typeof cell === 'number' ? Math.round(cell * 100) : (parseMoney(text(cell)) ?? 0);
