import { addDays, kyivDay } from '#libs/platform/clock';
import { dueAfter, ukrainianCalendar, type RuleSet } from '#libs/terms';
import type { CompetitionSettings } from './settings.js';
import { problem, type Problem } from './problem.js';

/** The day of the announcement: the planned one while it is ahead, else today. */
export const announcementDay = (plannedOn: string | null, today: string): string =>
  plannedOn !== null && plannedOn > today ? plannedOn : today;

/**
 * The last day for an announcement for a budget year, by the slot `announcementDeadline` (rule 14);
 * null when the rule set says nothing about it.
 */
export function lastAnnouncementDay(ruleSet: RuleSet | null, budgetYear: number | null): string | null {
  const deadline = ruleSet?.slots?.announcementDeadline?.value;
  if (!deadline || !budgetYear) return null;
  const { month, day, yearsBefore } = deadline;
  return `${budgetYear - yearsBefore}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The first day on which reception may close (rule 15): the slot's days are counted from the announcement, or from the
 * opening when that is later; a last day off moves to the next working day (rule 4).
 */
export function earliestClosingDay(ruleSet: RuleSet | null, announcedOn: string, opensAt: Date): string | null {
  const days = ruleSet?.slots?.receptionMinDays?.value;
  const countedFrom = ruleSet?.slots?.receptionCountedFrom?.value;
  if (!days || !countedFrom) return null;
  const firstByRule = countedFrom === 'next-day' ? addDays(announcedOn, 1) : announcedOn;
  const opensOn = kyivDay(opensAt);
  const first = opensOn > firstByRule ? opensOn : firstByRule;
  return dueAfter({ count: days, unit: 'calendar-days' }, addDays(first, -1), ukrainianCalendar()).dueOn;
}

/** What depends on the day of the announcement. */
export function announcementProblems(settings: CompetitionSettings, today: string): Problem[] {
  const { announcedOn, opensAt, ruleSet, budgetYear, lateAnnouncementReason } = settings;
  const day = announcementDay(announcedOn, today);
  const lastOn = lastAnnouncementDay(ruleSet, budgetYear);
  const isLate = lastOn !== null && day > lastOn && !lateAnnouncementReason;
  const opensEarly = opensAt !== null && kyivDay(opensAt) < day;
  return [
    ...problem(day > today, 'announcement-ahead', 'calendar', 'announcedOn', { dayOn: day }),
    ...problem(isLate, 'late-announcement', 'calendar', 'lateAnnouncementReason', { lastOn }),
    ...problem(opensEarly, 'opens-before-announcement', 'calendar', 'opensAt', { dayOn: day }),
    ...receptionProblems(settings, day),
  ];
}

function receptionProblems({ opensAt, closesAt, ruleSet }: CompetitionSettings, day: string): Problem[] {
  if (opensAt === null || closesAt === null) return [];
  const earliestOn = earliestClosingDay(ruleSet, day, opensAt);
  const isShort = earliestOn !== null && kyivDay(closesAt) < earliestOn;
  const count = ruleSet?.slots?.receptionMinDays?.value;
  return problem(isShort, 'reception-short', 'calendar', 'closesAt', { earliestOn, count });
}
