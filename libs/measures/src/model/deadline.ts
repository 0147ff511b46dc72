import { isDay } from '#libs/platform/clock';

export type Quarter = 1 | 2 | 3 | 4;

/**
 * «Строк виконання» as a shape; the official words stand beside it in the plan.
 * quarters = within a quarter or a run of quarters · all-year = «протягом року» · every-quarter = «щоквартально»
 * · month = a named month.
 */
export type Deadline =
  | { kind: 'quarters'; from: Quarter; to: Quarter }
  | { kind: 'all-year' }
  | { kind: 'every-quarter' }
  | { kind: 'month'; month: number };

/** Both days are inclusive Kyiv days. */
export interface Window {
  from: string;
  until: string;
}

export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
const ALL_QUARTERS = { first: 1, last: 4 } as const;

/** The quarters in which work on the measure is expected. */
export function quartersOf(deadline: Deadline): Quarter[] {
  const { first, last } = span(deadline);
  return QUARTERS.filter((quarter) => first <= quarter && quarter <= last);
}

/** From the first day on which the measure may be carried out to the last. */
export function windowOf(deadline: Deadline, year: number): Window {
  if (deadline.kind === 'month') {
    return { from: day(year, deadline.month, 1), until: lastDayOf(year, deadline.month) };
  }
  const { first, last } = span(deadline);
  return { from: day(year, first * 3 - 2, 1), until: lastDayOf(year, last * 3) };
}

/** Days by which something must be done: four for «щоквартально», one for every other shape (rule 70). */
export function dueDatesOf(deadline: Deadline, year: number): string[] {
  if (deadline.kind === 'every-quarter') return QUARTERS.map((quarter) => lastDayOf(year, quarter * 3));
  return [windowOf(deadline, year).until];
}

/** The next due day on or after `today`; null when the last one has passed. */
export function nextDueOn(deadline: Deadline, year: number, today: string): string | null {
  return dueDatesOf(deadline, year).find((due) => due >= today) ?? null;
}

export type Timing = 'ahead' | 'running' | 'past';

/** Where a Kyiv day stands against the time of a measure. */
export function timingOf(deadline: Deadline, year: number, today: string): Timing {
  const { from, until } = windowOf(deadline, year);
  if (today < from) return 'ahead';
  return today > until ? 'past' : 'running';
}

/** The quarter of a Kyiv day. */
export function quarterOf(on: string): Quarter {
  if (!isDay(on)) throw new RangeError(`not a day: ${on}`);
  return Math.ceil(Number(on.slice(5, 7)) / 3) as Quarter;
}

function span(deadline: Deadline): { first: Quarter; last: Quarter } {
  switch (deadline.kind) {
    case 'quarters':
      return { first: deadline.from, last: deadline.to };
    case 'month': {
      const quarter = Math.ceil(deadline.month / 3) as Quarter;
      return { first: quarter, last: quarter };
    }
    default:
      return ALL_QUARTERS;
  }
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

function lastDayOf(year: number, month: number): string {
  return day(year, month + 1, 0);
}
