import type { Lang } from '#libs/platform/access';
import { deadlineInShort, dueInWords, quarterInWords } from '../model/deadline-wording.js';
import { QUARTERS, dueDatesOf, quarterOf, quartersOf, type Quarter } from '../model/deadline.js';
import { planPaths } from '../paths.js';
import type { MeasureActivity } from '../ports/measure-activities.port.js';
import type { MeasureStatus } from '../ports/measure-progress.port.js';
import type { MeasureRow, PlanOverviewRow } from '../queries/plan-overview.js';
import { wordingOf, type Wording } from '../model/wording.js';

/** Under a measure in its row; the page of the measure shows more. */
export const ACTIVITIES_SHOWN_MAX = 3;

export interface QuarterColumn {
  quarter: Quarter;
  text: string;
  isNow: boolean;
}

/** A stretch of quarters in the row of a measure: empty, or its time with the official words. */
export interface Cell {
  span: number;
  isTime: boolean;
  text: string;
  lang: Lang;
  /** How this due time stands, where somebody knows it. */
  status: MeasureStatus | null;
}

export interface MatrixRow {
  number: string;
  title: Wording;
  path: string;
  cells: Cell[];
  /** Of due times that the plan did not have: a measure was moved. */
  later: MeasureStatus[];
  activities: MeasureActivity[];
  hasMore: boolean;
}

export interface PlanMatrix {
  columns: QuarterColumn[];
  directions: { number: number; title: Wording; rows: MatrixRow[] }[];
}

/** Directions × quarters: every measure with its time and what happens under it. `today` is a Kyiv day. */
export function planMatrix(
  plan: PlanOverviewRow,
  activities: readonly MeasureActivity[],
  today: string,
  lang: Lang,
  statuses: readonly MeasureStatus[] = [],
): PlanMatrix {
  const now = Number(today.slice(0, 4)) === plan.year ? quarterOf(today) : null;
  return {
    columns: QUARTERS.map((quarter) => ({ quarter, text: quarterInWords(quarter, lang), isNow: quarter === now })),
    directions: plan.directions.map((direction) => ({
      number: direction.number,
      title: wordingOf(direction, lang),
      rows: direction.measures.map((measure) => ({
        number: measure.number,
        title: wordingOf(measure, lang),
        path: planPaths.measure(plan.organiserSlug, plan.year, measure.number),
        ...times(cellsOf(measure, plan.year, lang), statusesOf(statuses, measure.id)),
        ...shown(activities.filter(({ measureId }) => measureId === measure.id)),
      })),
    })),
  };
}

const statusesOf = (statuses: readonly MeasureStatus[], measureId: string): MeasureStatus[] =>
  statuses.filter((status) => status.measureId === measureId).sort((a, b) => a.ordinal - b.ordinal);

/** The first due times are those of the plan, in their order; what is left over came by moving. */
function times(cells: Cell[], statuses: readonly MeasureStatus[]): { cells: Cell[]; later: MeasureStatus[] } {
  const waiting = [...statuses];
  return {
    cells: cells.map((cell) => (cell.isTime ? { ...cell, status: waiting.shift() ?? null } : cell)),
    later: waiting,
  };
}

const shown = (activities: readonly MeasureActivity[]) => ({
  activities: activities.slice(0, ACTIVITIES_SHOWN_MAX),
  hasMore: activities.length > ACTIVITIES_SHOWN_MAX,
});

function cellsOf(measure: MeasureRow, year: number, lang: Lang): Cell[] {
  const quarters = quartersOf(measure.deadline);
  if (measure.deadline.kind === 'every-quarter') {
    return dueDatesOf(measure.deadline, year).map((due) => time(1, dueInWords(due, lang), lang));
  }
  const before = quarters[0]! - 1;
  const after = QUARTERS.length - quarters.at(-1)!;
  return [empty(before, lang), time(quarters.length, ...words(measure, lang)), empty(after, lang)].filter(
    (cell) => cell.span > 0,
  );
}

/** The official words in Ukrainian; on English pages the shape says itself. */
function words({ deadline, deadlineText }: MeasureRow, lang: Lang): [string, Lang] {
  return lang === 'uk' ? [deadlineText, 'uk'] : [deadlineInShort(deadline, 'en'), 'en'];
}

const time = (span: number, text: string, lang: Lang): Cell => ({ span, isTime: true, text, lang, status: null });
const empty = (span: number, lang: Lang): Cell => ({ span, isTime: false, text: '', lang, status: null });
