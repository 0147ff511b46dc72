import { addDays } from '#libs/platform/clock';

/** Days from the due day on which the recipient gets a letter about a report that is not there; after it until it comes. */
export const REMINDERS = [-7, -1, 1, 8, 22] as const;

const dayOf = (dueOn: string, offset: number): string => addDays(dueOn, offset);

/** The last reminder that fell due by this day: an earlier one that nobody sent in time would only confuse. */
export function reminderOn(today: string, dueOn: string): number | null {
  return REMINDERS.findLast((offset) => dayOf(dueOn, offset) <= today) ?? null;
}

/** The next day on which a reminder falls due; null when there is none. */
export function nextReminderDay(today: string, dueOn: string): string | null {
  const next = REMINDERS.find((offset) => dayOf(dueOn, offset) > today);
  return next === undefined ? null : dayOf(dueOn, next);
}
