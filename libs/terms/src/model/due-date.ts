import { addDays, addMonths } from '#libs/platform/clock';
import type { DayOffReason, WorkingDayCalendar } from './working-day-calendar.js';

export type TermUnit = 'calendar-days' | 'working-days' | 'months';

/** «15 календарних днів», «5 робочих днів», «один місяць». */
export interface Term {
  count: number;
  unit: TermUnit;
}

export interface SkippedDay {
  on: string;
  reason: DayOffReason;
}

/** A due date with everything needed to explain it to a person. */
export interface DueDate {
  dueOn: string;
  baseOn: string;
  term: Term;
  direction: 'after' | 'before';
  /** The last day before any move to a working day. */
  countedTo: string;
  /** Holidays and exchanged days that a count of working days passed over (weekends go without saying). */
  skipped: SkippedDay[];
  /** Why `countedTo` is not the due date; null when it is. */
  moved: DayOffReason | null;
  /** Years the count touched whose holidays have not been entered. */
  unknownYears: number[];
}

/** No regulation sets more; it also bounds the loop. */
const MAX_COUNT = 3660;

/**
 * The last day of a term. Day 1 is the day after the base event; a last day that is not a working one moves to the
 * next working day (rule 4). All days are Kyiv days 'YYYY-MM-DD'. Throws RangeError for a count below 0.
 */
export function dueAfter(term: Term, baseOn: string, calendar: WorkingDayCalendar): DueDate {
  assertTerm(term);
  const { day: countedTo, skipped } = countForward(term, baseOn, calendar);
  const dueOn = calendar.nextWorking(countedTo);
  return {
    dueOn,
    baseOn,
    term,
    direction: 'after',
    countedTo,
    skipped,
    moved: calendar.dayOff(countedTo),
    unknownYears: unknownYears(baseOn, dueOn, calendar),
  };
}

/**
 * The last day on which something must be done «не пізніше ніж за N днів до» an event. The strict reading is used:
 * N full days stand strictly between the two. A day off moves to the working day before it, never nearer to the event.
 */
export function dueBefore(term: Term, eventOn: string, calendar: WorkingDayCalendar): DueDate {
  assertTerm(term);
  const { day: countedTo, skipped } = countBack(term, eventOn, calendar);
  const dueOn = calendar.previousWorking(countedTo);
  return {
    dueOn,
    baseOn: eventOn,
    term,
    direction: 'before',
    countedTo,
    skipped,
    moved: calendar.dayOff(countedTo),
    unknownYears: unknownYears(dueOn, eventOn, calendar),
  };
}

interface Counted {
  day: string;
  skipped: SkippedDay[];
}

function countForward({ count, unit }: Term, baseOn: string, calendar: WorkingDayCalendar): Counted {
  if (unit === 'months') return { day: addMonths(baseOn, count), skipped: [] };
  if (unit === 'calendar-days') return { day: addDays(baseOn, count), skipped: [] };
  return walk(count, baseOn, 1, calendar);
}

function countBack({ count, unit }: Term, eventOn: string, calendar: WorkingDayCalendar): Counted {
  if (unit === 'months') return { day: addDays(addMonths(eventOn, -count), -1), skipped: [] };
  if (unit === 'calendar-days') return { day: addDays(eventOn, -count - 1), skipped: [] };
  const { day, skipped } = walk(count, eventOn, -1, calendar);
  return { day: addDays(day, -1), skipped };
}

/** Steps day by day until `count` working days are passed; the base day itself does not count. */
function walk(count: number, from: string, step: 1 | -1, calendar: WorkingDayCalendar): Counted {
  const skipped: SkippedDay[] = [];
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, step);
    const reason = calendar.dayOff(day);
    if (reason === null) left -= 1;
    else if (reason.kind !== 'weekend') skipped.push({ on: day, reason });
  }
  return { day, skipped };
}

function unknownYears(fromOn: string, untilOn: string, calendar: WorkingDayCalendar): number[] {
  const years: number[] = [];
  for (let year = Number(fromOn.slice(0, 4)); year <= Number(untilOn.slice(0, 4)); year += 1) {
    if (!calendar.knows(`${year}-01-01`)) years.push(year);
  }
  return years;
}

function assertTerm({ count }: Term): void {
  if (!Number.isInteger(count) || count < 0 || count > MAX_COUNT) throw new RangeError(`not a term: ${count}`);
}
