import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import { explainDueDate, ukrainianCalendar } from '#libs/terms';
import type { CompetitionRow } from '../model/competition.js';
import { yearPlan, type PlanStep, type YearPlan } from '../model/year-plan.js';

export interface YearInWords {
  /** `left` and `width` place the bar of a row, in percent of the whole time shown. */
  rows: { name: string; days: string; why: string; left: number; width: number; isLate: boolean }[];
  /** Where 31 December of the budget year stands, in percent. */
  yearEnd: number | null;
  warnings: string[];
}

/** Thinner than this a bar would not be seen. */
const LEAST_WIDTH = 1;

/** The year of a competition as a table with a picture, and what does not fit; null while there is nothing to show. */
export function yearInWords(competition: CompetitionRow, lang: Lang): YearInWords | null {
  const plan = yearPlan(competition, ukrainianCalendar());
  if (plan.steps.length === 0) return null;
  const place = scaleOf(plan);
  return {
    rows: plan.steps.map((step) => row(step, plan, place, lang)),
    yearEnd: plan.lastOn === null ? null : place(plan.lastOn),
    warnings: plan.warnings.map(({ code, data }) => phrase(lang, `competitions:year.warning.${code}`, asDates(data))),
  };
}

function row(
  step: PlanStep,
  { lastOn }: YearPlan,
  place: (day: string) => number,
  lang: Lang,
): YearInWords['rows'][number] {
  const { key, from, until, due } = step;
  const left = Math.min(place(from), 100 - LEAST_WIDTH);
  return {
    name: phrase(lang, `competitions:year.step.${key}`),
    days: from === until ? shortDate(from) : `${shortDate(from)} – ${shortDate(until)}`,
    why: due ? explainDueDate(due, lang) : phrase(lang, `competitions:year.why.${key}`),
    left,
    width: Math.max(place(until) - left, LEAST_WIDTH),
    isLate: lastOn !== null && until > lastOn,
  };
}

/** From the first day shown to the last, 31 December included. */
function scaleOf({ steps, lastOn }: YearPlan): (day: string) => number {
  const days = [...steps.flatMap(({ from, until }) => [from, until]), ...(lastOn ? [lastOn] : [])].sort();
  const [first, last] = [Date.parse(days[0]!), Date.parse(days.at(-1)!)];
  return (day) => (last === first ? 0 : Math.round(((Date.parse(day) - first) / (last - first)) * 1000) / 10);
}

const asDates = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([name, on]) => [name, shortDate(on)]));
