import type { EventContent, EventRow } from './event.js';

/** What people must learn of when it changes: they would come to the wrong place at the wrong time. */
export const TOLD_FIELDS = ['startsAt', 'endsAt', 'format', 'settlement', 'venue', 'address', 'onlineUrl'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];
/** Of those who are registered only. */
export const SECRET_FIELDS: readonly ToldField[] = ['onlineUrl'];
/** Of an event that hides its address until somebody is confirmed. */
export const PLACE_FIELDS: readonly ToldField[] = ['venue', 'address'];

/** A value as it was read: instants as ISO text. */
export type Told = Partial<Record<ToldField, string | null>>;

const plain = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString() : ((value as string) ?? null);

export const toldOf = (event: Pick<EventRow, ToldField>, fields: readonly ToldField[] = TOLD_FIELDS): Told =>
  Object.fromEntries(fields.map((field) => [field, plain(event[field])]));

/** Which of the told fields change by this content. */
export function toldChanges(event: EventRow, content: Partial<EventContent>): ToldField[] {
  return TOLD_FIELDS.filter((field) => field in content && plain(event[field]) !== plain(content[field]));
}
