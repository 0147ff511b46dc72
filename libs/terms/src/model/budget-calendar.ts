import { readFileSync } from 'node:fs';
import type { Grade } from './rule-set.js';

interface YearlyTerm {
  month: number;
  day: number;
  yearsAfter: number;
  source: string;
  grade: Grade;
  verified: boolean;
}

const calendar = JSON.parse(readFileSync(new URL('../data/budget-calendar.json', import.meta.url), 'utf8')) as {
  presentation: YearlyTerm;
};

export interface CalendarDay {
  on: string;
  source: string;
  verified: boolean;
}

/** rule 68: the last day to present the results of the programmes of a budget year to the public. */
export function presentationDue(budgetYear: number): CalendarDay {
  const { month, day, yearsAfter, source, verified } = calendar.presentation;
  const two = (number: number) => String(number).padStart(2, '0');
  return { on: `${budgetYear + yearsAfter}-${two(month)}-${two(day)}`, source, verified };
}
