import type { EventContent, EventRow, LocationVisibility } from './event.js';

/** What people must learn of when it changes: they would come to the wrong place at the wrong time. */
export const TOLD_FIELDS = ['startsAt', 'endsAt', 'format', 'settlement', 'venue', 'address', 'onlineUrl'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];
/** Of those who are registered only. */
const SECRET_FIELDS: readonly ToldField[] = ['onlineUrl'];
/** Of an event that hides its address until somebody is confirmed. */
const PLACE_FIELDS: readonly ToldField[] = ['venue', 'address'];

/** Values as they were read, instants as ISO text; and whether everybody was told the place then. */
export type Told = Partial<Record<ToldField, string | null>> & { locationVisibility?: LocationVisibility };

export interface Turn {
  before: Told;
  after: Told;
}

/** The same for whoever is not told where it is: a place that is hidden now, or was hidden before or after, is in neither. */
export function toldOutside({ before, after }: Turn, now: LocationVisibility): Turn {
  const isPublic = [now, before.locationVisibility ?? now, after.locationVisibility ?? now].every(
    (one) => one === 'public',
  );
  const hidden: readonly string[] = [...SECRET_FIELDS, ...(isPublic ? [] : PLACE_FIELDS)];
  const without = (told: Told): Told =>
    Object.fromEntries(Object.entries(told).filter(([field]) => !hidden.includes(field)));
  return { before: without(before), after: without(after) };
}

const plain = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString() : ((value as string) ?? null);

export const toldOf = (event: Pick<EventRow, ToldField>, fields: readonly ToldField[] = TOLD_FIELDS): Told =>
  Object.fromEntries(fields.map((field) => [field, plain(event[field])]));

/** Which of the told fields change by this content. */
export function toldChanges(event: EventRow, content: Partial<EventContent>): ToldField[] {
  return TOLD_FIELDS.filter((field) => field in content && plain(event[field]) !== plain(content[field]));
}
