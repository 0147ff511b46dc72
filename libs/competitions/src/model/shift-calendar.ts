import { addDays, kyivDay, kyivInstant, kyivTime } from '#libs/platform/clock';
import type { CompetitionRow } from './competition.js';

/** The settings of the calendar that an act may move; the projects keep their budget year (rule 25). */
export type MovingCalendar = Pick<
  CompetitionRow,
  | 'opensAt'
  | 'closesAt'
  | 'inquiriesUntil'
  | 'admissionUntil'
  | 'scoringFrom'
  | 'scoringUntil'
  | 'defenceOn'
  | 'decisionUntil'
>;

/** The same Kyiv time of day, whole days later. */
export function laterByDays(at: Date, days: number): Date {
  const moved = kyivInstant(addDays(kyivDay(at), days), kyivTime(at));
  return new Date(moved.getTime() + at.getMilliseconds());
}

/** Everything that was not over at `since` moves by whole days; what was over stays as it was. */
export function shiftCalendar(calendar: MovingCalendar, since: Date, days: number): MovingCalendar {
  const instant = (at: Date | null) => (at !== null && at >= since ? laterByDays(at, days) : at);
  const day = (on: string | null) => (on !== null && on >= kyivDay(since) ? addDays(on, days) : on);
  return {
    opensAt: instant(calendar.opensAt),
    closesAt: instant(calendar.closesAt),
    inquiriesUntil: day(calendar.inquiriesUntil),
    admissionUntil: day(calendar.admissionUntil),
    scoringFrom: instant(calendar.scoringFrom),
    scoringUntil: instant(calendar.scoringUntil),
    defenceOn: day(calendar.defenceOn),
    decisionUntil: day(calendar.decisionUntil),
  };
}

/**
 * The fewest whole days by which an interrupted term moves so that at least as much of it is left now as there was
 * at the interruption; the hour that spring takes away is given back too.
 */
export function daysToGiveBack(endsAt: Date, interruptedAt: Date, now: Date): number {
  const left = endsAt.getTime() - interruptedAt.getTime();
  let days = Math.max(0, Math.floor((now.getTime() - interruptedAt.getTime()) / 86_400_000) - 1);
  while (laterByDays(endsAt, days).getTime() - now.getTime() < left) days += 1;
  return days;
}

/** By how many days the rest of the calendar follows a later closing. */
export function daysBetween(earlier: Date, later: Date): number {
  let days = Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / 86_400_000) - 1);
  while (laterByDays(earlier, days) < later) days += 1;
  return days;
}
