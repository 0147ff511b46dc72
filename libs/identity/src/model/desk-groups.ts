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

/** What a group shows at first: a desk of a hundred tasks tells nobody where to begin. */
export const SHOWN_MAX = 10;

export interface ShownGroup<Item> {
  group: DeskGroup;
  /** All that stands under the heading; `items` may be only the first of them. */
  count: number;
  items: Item[];
}

/** The groups that have something in them, in their order; inside, the order of the items stays. `whole`: shown to its end. */
export function grouped<Item extends { dueAt: Date | null }>(
  items: readonly Item[],
  now: Date,
  whole: DeskGroup | null = null,
): ShownGroup<Item>[] {
  return DESK_GROUPS.map((group) => {
    const found = items.filter((item) => deskGroup(item.dueAt, now) === group);
    return { group, count: found.length, items: group === whole ? found : found.slice(0, SHOWN_MAX) };
  }).filter(({ count }) => count > 0);
}
