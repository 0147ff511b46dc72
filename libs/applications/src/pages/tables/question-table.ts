import { inLang, type Column, type Question } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import type { Answers, Cell, TableRow } from '../../model/answers.js';
import type { TypedColumn, TypedRow, TypedTable } from './typed-table.js';

/** The table of a question with the rows that are saved. */
export function tableOfQuestion(
  question: Question,
  answers: Answers,
  lang: Lang,
): { table: TypedTable; saved: TypedRow[] } {
  const { key, title, columns = [] } = question;
  const rows = (answers[key] ?? []) as TableRow[];
  return {
    table: {
      title: inLang(title, lang),
      rows: `answers[${key}]`,
      columns: columns.map((column) => typedColumn(column, lang)),
    },
    saved: rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column.key, asTyped(column, row[column.key] ?? '')])),
    ),
  };
}

const typedColumn = ({ key, title, kind }: Column, lang: Lang): TypedColumn => ({
  key,
  heading: inLang(title, lang),
  kind: kind === 'money' || kind === 'number' ? kind : 'text',
});

function asTyped({ kind }: Column, cell: Cell): string {
  if (cell === '') return '';
  if (kind === 'money' && typeof cell === 'number') return (cell / 100).toFixed(2);
  return kind === 'date' ? shortDate(String(cell)) : String(cell);
}
