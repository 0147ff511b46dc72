import { kyivDay } from '#libs/platform/clock';
import {
  dueAfter,
  type DueDate,
  type RuleSet,
  type SlotKey,
  type TermUnit,
  type WorkingDayCalendar,
} from '#libs/terms';
import type { CompetitionRow } from './competition.js';
import { isDefenceFirst } from './timeline.js';

export const PLAN_STEPS = [
  'announcement',
  'reception',
  'admission',
  'scoring',
  'defence',
  'decision',
  'publication',
  'contract',
  'work',
  'report',
  'conclusion',
] as const;
export type PlanStepKey = (typeof PLAN_STEPS)[number];

/** One stretch of the year, Kyiv days. `due` explains a last day that the rules count; without it the officer set it. */
export interface PlanStep {
  key: PlanStepKey;
  from: string;
  until: string;
  due: DueDate | null;
}

/** What cannot fit into the year; the words are `competitions:year.warning.<code>`. */
export interface PlanWarning {
  code: 'contract-late' | 'work-before-contract' | 'work-none' | 'report-late' | 'conclusion-late';
  data: Record<string, string>;
}

export interface YearPlan {
  steps: PlanStep[];
  /** 31 December of the budget year: money that is not spent by then is lost (rule 25). Null without a budget year. */
  lastOn: string | null;
  warnings: PlanWarning[];
}

type Dates = Pick<
  CompetitionRow,
  | 'announcedOn'
  | 'opensAt'
  | 'closesAt'
  | 'admissionUntil'
  | 'scoringFrom'
  | 'scoringUntil'
  | 'defenceOn'
  | 'decisionUntil'
  | 'projectsFrom'
  | 'projectsUntil'
  | 'budgetYear'
  | 'ruleSet'
>;

/** All terms of a competition one after another, as far as it is filled in. */
export function yearPlan(dates: Dates, calendar: WorkingDayCalendar): YearPlan {
  const counted = new Map(countedSteps(dates, calendar).map((step) => [step.key, step]));
  const steps = [...setSteps(dates), ...counted.values()];
  const lastOn = dates.budgetYear === null ? null : `${dates.budgetYear}-12-31`;
  const inOrder = keysInOrder(dates).flatMap((key) => steps.filter((step) => step.key === key));
  return { steps: inOrder, lastOn, warnings: lastOn === null ? [] : warningsOf(inOrder, lastOn) };
}

/** The conditions may put the defence before the scoring. */
function keysInOrder({ defenceOn, scoringFrom }: Dates): PlanStepKey[] {
  if (!isDefenceFirst({ defenceOn, scoringFrom })) return [...PLAN_STEPS];
  return PLAN_STEPS.filter((key) => key !== 'defence').flatMap((key) => (key === 'scoring' ? ['defence', key] : [key]));
}

/** What the officer set. */
function setSteps(dates: Dates): PlanStep[] {
  const { announcedOn, opensAt, closesAt, admissionUntil, scoringFrom, scoringUntil, decisionUntil } = dates;
  const closesOn = day(closesAt);
  const ends = day(scoringUntil);
  return [
    ...step('announcement', announcedOn, announcedOn),
    ...step('reception', day(opensAt), closesOn),
    ...step('admission', closesOn, admissionUntil ?? day(scoringFrom)),
    ...step('scoring', day(scoringFrom), ends),
    ...step('defence', dates.defenceOn, dates.defenceOn),
    ...step('decision', ends, decisionUntil),
    ...step('work', dates.projectsFrom, dates.projectsUntil),
  ];
}

/** What the rules count from it. */
function countedSteps({ decisionUntil, projectsUntil, ruleSet }: Dates, calendar: WorkingDayCalendar): PlanStep[] {
  const count = (key: PlanStepKey, slot: SlotKey, unit: TermUnit, base: string | null): PlanStep[] => {
    const days = valueOf(ruleSet, slot);
    if (base === null || days === null) return [];
    const due = dueAfter({ count: days, unit }, base, calendar);
    return [{ key, from: base, until: due.dueOn, due }];
  };
  const report = count('report', 'finalReportDays', 'calendar-days', projectsUntil);
  return [
    ...count('publication', 'publicationWorkingDays', 'working-days', decisionUntil),
    ...count('contract', 'contractDays', 'calendar-days', decisionUntil),
    ...report,
    ...count('conclusion', 'conclusionDays', 'calendar-days', report[0]?.until ?? null),
  ];
}

function warningsOf(steps: readonly PlanStep[], lastOn: string): PlanWarning[] {
  const of = (key: PlanStepKey) => steps.find((one) => one.key === key);
  const [contract, work, report, conclusion] = [of('contract'), of('work'), of('report'), of('conclusion')];
  const isNone = Boolean(contract && work && contract.until >= work.until);
  return [
    ...warn('contract-late', contract && contract.until > lastOn, contract, lastOn),
    ...warn('work-none', isNone, contract, lastOn, work),
    ...warn('work-before-contract', !isNone && contract && work && work.from < contract.until, contract, lastOn, work),
    ...warn('report-late', report && report.until > lastOn, report, lastOn),
    ...warn('conclusion-late', conclusion && conclusion.until > lastOn, conclusion, lastOn),
  ];
}

function warn(
  code: PlanWarning['code'],
  is: boolean | undefined,
  about: PlanStep | undefined,
  lastOn: string,
  work?: PlanStep,
): PlanWarning[] {
  if (!is || !about) return [];
  return [{ code, data: { untilOn: about.until, lastOn, ...(work && { fromOn: work.from, endOn: work.until }) } }];
}

const step = (key: PlanStepKey, from: string | null, until: string | null): PlanStep[] =>
  from === null || until === null ? [] : [{ key, from, until, due: null }];

const day = (at: Date | null): string | null => at && kyivDay(at);

function valueOf(ruleSet: RuleSet | null, key: SlotKey): number | null {
  const value = ruleSet?.slots?.[key]?.value;
  return typeof value === 'number' ? value : null;
}
