/** Days before the last instant of scoring on which those who are not done get a letter. */
export const REMINDERS = [
  { kind: 'three-days', daysBefore: 3 },
  { kind: 'one-day', daysBefore: 1 },
  { kind: 'overdue', daysBefore: 0 },
] as const;
export type ReminderKind = (typeof REMINDERS)[number]['kind'];

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** When a reminder falls due. The last second itself is still in time, so overdue starts with the next one. */
function dueAtOf(kind: ReminderKind, scoringUntil: Date): Date {
  const { daysBefore } = REMINDERS.find((one) => one.kind === kind)!;
  return new Date(scoringUntil.getTime() - daysBefore * DAY_MS + (daysBefore === 0 ? SECOND_MS : 0));
}

/** The last reminder that fell due: an earlier one that nobody sent in time would only confuse. */
export function reminderDue(now: Date, scoringUntil: Date): ReminderKind | null {
  return REMINDERS.findLast(({ kind }) => dueAtOf(kind, scoringUntil) <= now)?.kind ?? null;
}

/** The next instant at which a reminder falls due; null when there is none. */
export function nextReminderAt(now: Date, scoringUntil: Date): Date | null {
  return REMINDERS.map(({ kind }) => dueAtOf(kind, scoringUntil)).find((due) => due > now) ?? null;
}
