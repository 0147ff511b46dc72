import type { LineReport } from './report.js';

export const reportedOf = ({ earlierKop, nowKop }: Pick<LineReport, 'earlierKop' | 'nowKop'>): number =>
  earlierKop + nowKop;

/** What is left of the plan of a line; below zero it is over its plan. */
export const differenceOf = (line: Pick<LineReport, 'plannedKop' | 'earlierKop' | 'nowKop'>): number =>
  line.plannedKop - reportedOf(line);

/** Planned, reported and their difference of the whole budget. */
export function totalsOf(lines: readonly LineReport[]) {
  const sum = (of: (line: LineReport) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    plannedKop: sum(({ plannedKop }) => plannedKop),
    earlierKop: sum(({ earlierKop }) => earlierKop),
    nowKop: sum(({ nowKop }) => nowKop),
    nowOwnKop: sum(({ nowOwnKop }) => nowOwnKop),
    differenceKop: sum(differenceOf),
  };
}
