import { dueDatesOf, quartersOf, type Deadline, type Quarter } from '../model/deadline.js';
import { planPaths } from '../paths.js';
import type { DirectionRow, MeasureRow, PartyRow, PlanOverviewRow } from '../queries/plan-overview.js';

export interface MeasureJson extends Omit<MeasureRow, 'deadline' | 'deadlineText'> {
  /** `text` is official; `quarters` and `dueOn` follow from the shape. */
  deadline: Deadline & { text: string; quarters: Quarter[]; dueOn: string[] };
  parties: PartyRow[];
  path: string;
}

export interface PlanJson extends Omit<PlanOverviewRow, 'directions'> {
  /** English texts are unofficial translations. */
  directions: (Omit<DirectionRow, 'measures'> & { measures: MeasureJson[] })[];
  path: string;
}

/** The plan as the API gives it: the official words, and what a program needs to count with them. */
export function planJson(plan: PlanOverviewRow): PlanJson {
  return {
    ...plan,
    directions: plan.directions.map((direction) => ({
      ...direction,
      measures: direction.measures.map((measure) => measureJson(plan, measure)),
    })),
    path: planPaths.show(plan.organiserSlug, plan.year),
  };
}

function measureJson(plan: PlanOverviewRow, { deadline, deadlineText, ...measure }: MeasureRow): MeasureJson {
  return {
    ...measure,
    deadline: {
      ...deadline,
      text: deadlineText,
      quarters: quartersOf(deadline),
      dueOn: dueDatesOf(deadline, plan.year),
    },
    path: planPaths.measure(plan.organiserSlug, plan.year, measure.number),
  };
}
