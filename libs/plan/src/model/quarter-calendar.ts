import { readFileSync } from 'node:fs';
import type { Quarter } from '#libs/measures';
import { addDays } from '#libs/platform/clock';
import { dueAfter, ukrainianCalendar, type Term } from '#libs/terms';
import { quarterSlice } from './instances.js';

interface PlanTerms {
  answersDue: Term;
  askDaysBefore: number;
  remindDaysBefore: number;
  lateDaysAfter: number;
  reportDayOfMonth: number;
  /** A step that could not be made on its day is made within so many days, or not at all. */
  stepValidDays: number;
}

/** No act sets these terms: they are data with their mark, so that an authority's order may. */
export const PLAN_TERMS = JSON.parse(readFileSync(new URL('../data/terms.json', import.meta.url), 'utf8')) as PlanTerms;

export const LETTER_STEPS = ['ask', 'remind', 'late'] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

export interface QuarterCalendar extends Record<LetterStep, string> {
  endsOn: string;
  /** The last day for answers: the third working day after the quarter. */
  answersDueOn: string;
  reportDueOn: string;
}

/** The days of one quarter of a plan, from the request for answers to the signed report. */
export function quarterCalendar(year: number, quarter: Quarter): QuarterCalendar {
  const endsOn = quarterSlice(year, quarter).until;
  const answersDueOn = dueAfter(PLAN_TERMS.answersDue, endsOn, ukrainianCalendar()).dueOn;
  return {
    endsOn,
    answersDueOn,
    ask: addDays(answersDueOn, -PLAN_TERMS.askDaysBefore),
    remind: addDays(answersDueOn, -PLAN_TERMS.remindDaysBefore),
    late: addDays(answersDueOn, PLAN_TERMS.lateDaysAfter),
    reportDueOn: `${addDays(endsOn, 1).slice(0, 8)}${PLAN_TERMS.reportDayOfMonth}`,
  };
}
