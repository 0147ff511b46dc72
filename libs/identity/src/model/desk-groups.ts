import { addDays, kyivDay } from '#libs/platform/clock';

export const DESK_GROUPS = ['overdue', 'today', 'week', 'later', 'undated'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

const WEEK_DAYS = 7;

/** Under which heading of the desk something due at this instant stands, by Kyiv days. */
export function deskGroup(dueAt: Date | null, now: Date): DeskGroup {
  if (!dueAt) return 'undated';
  if (dueAt < now) return 'overdue';
  const [day, today] = [kyivDay(dueAt), kyivDay(now)];
  if (day === today) return 'today';
  return day <= addDays(today, WEEK_DAYS) ? 'week' : 'later';
}

/** The groups that have something in them, in their order; inside, the order of the items stays. */
export function grouped<Item extends { dueAt: Date | null }>(
  items: readonly Item[],
  now: Date,
): { group: DeskGroup; items: Item[] }[] {
  return DESK_GROUPS.map((group) => ({
    group,
    items: items.filter((item) => deskGroup(item.dueAt, now) === group),
  })).filter(({ items: found }) => found.length > 0);
}
