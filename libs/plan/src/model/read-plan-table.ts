import { LIMITS } from './limits.js';
import type { DraftRow } from './plan-rows.js';

type Cell = string | number | boolean | Date | null | undefined;
/** Too long by one sign says that it is too long. */
const text = (cell: Cell): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, LIMITS.planText + 1);
const DIRECTION = /^(\d{1,2})\.\s*(\D.*)$/u;
const MEASURE = /^(\d{1,2})\.(\d{1,3})\.?$/u;

/**
 * A table of the shape of the plan: № · measure · deadline · parties, with the directions as rows of their own. Where
 * the first direction stands inside the cell of its first measure, as in the document of 2020, its title is empty and the
 * officer writes it. Lines that are neither are headings and are passed over.
 */
export function readPlanTable(table: readonly (readonly Cell[])[]): DraftRow[] {
  const rows: DraftRow[] = [];
  let direction = { number: 0, title: '' };
  for (const cells of table.map((line) => line.map(text))) {
    const [first = '', second = '', third = '', fourth = ''] = cells;
    const found = DIRECTION.exec([first, second].filter(Boolean).join(' '));
    const measure = MEASURE.exec(first);
    if (measure) {
      const number = Number(measure[1]);
      if (direction.number !== number) direction = { number, title: '' };
      rows.push({
        ...{ directionNumber: number, directionTitle: direction.title, number: `${number}.${measure[2]}` },
        ...{ title: second, deadlineText: third, parties: fourth },
      });
    } else if (found && third === '' && fourth === '')
      direction = { number: Number(found[1]), title: found[2]!.trim() };
  }
  return rows;
}
