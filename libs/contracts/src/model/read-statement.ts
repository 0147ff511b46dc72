import type { Cell } from '#libs/registers';
import { parseDay } from '#libs/platform/clock';
import { invalidField } from '#libs/platform/errors';
import { parseMoney } from '#libs/platform/money';
import { isUkrainianIban, plainIban } from './iban.js';
import type { StatementLine } from './reconcile.js';

/** The columns of a statement, by what their headings begin with. */
const HEADINGS = {
  documentNumber: ['номер документа', 'документ', '№ документа'],
  paidOn: ['дата'],
  amountKop: ['сума'],
  iban: ['рахунок отримувача', 'iban отримувача', 'iban', 'рахунок'],
  edrpou: ['код отримувача', 'єдрпоу'],
  purpose: ['призначення'],
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
    const at = head.findIndex((name) => HEADINGS[field].some((beginning) => name.startsWith(beginning)));
    if (at < 0 && !OPTIONAL.includes(field))
      throw invalidField('file', 'contracts.statement-column', { column: HEADINGS[field][0] });
    return [field, at] as const;
  });
  return Object.fromEntries(entries) as Record<Field, number>;
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
