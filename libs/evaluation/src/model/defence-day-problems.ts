import { kyivDay } from '#libs/platform/clock';
import type { DefenceDay } from './defence.js';
import { overlap } from './fit-slots.js';

export interface DayProblem {
  field: string;
  code: string;
  data: Record<string, unknown>;
}

export interface DayBounds {
  now: Date;
  /** The first Kyiv day: that of the conditions, else the end of the reception. */
  from: string;
  /** The day of the decision. */
  until: string | null;
  /** The rules let a body meet without a place. */
  mayBeOnline: boolean;
}

type Day = Omit<DefenceDay, 'id'>;

/** Why a day of the defence cannot be so (rule 43). The rules say whether it may be held online alone. */
export function dayProblems(day: Day, others: readonly Day[], bounds: DayBounds): DayProblem[] {
  const on = kyivDay(day.startsAt);
  const checks: [boolean, string, string, Record<string, unknown>?][] = [
    [day.startsAt <= bounds.now, 'startsAt', 'defence-day-past'],
    [on < bounds.from, 'startsAt', 'defence-day-early', { on: bounds.from }],
    [bounds.until !== null && on > bounds.until, 'startsAt', 'defence-day-late', { on: bounds.until }],
    [day.endsAt <= day.startsAt || kyivDay(day.endsAt) !== on, 'endsAt', 'defence-day-ends'],
    [others.some((other) => overlap(day, other)), 'startsAt', 'defence-days-overlap'],
    [day.place === null && !bounds.mayBeOnline, 'place', 'defence-place'],
    [day.place === null && day.onlineUrl === null, 'place', 'defence-where'],
    [(day.pauseAfter === null) !== (day.pauseMinutes === null), 'pauseMinutes', 'defence-pause'],
  ];
  return checks.flatMap(([isWrong, field, code, data = {}]) =>
    isWrong ? [{ field, code: `evaluation.${code}`, data }] : [],
  );
}
