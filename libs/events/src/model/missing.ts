import type { EventRow } from './event.js';
import type { Part } from './event-columns.js';

export interface Lack {
  part: Part;
  /** The field; its phrase is `events:field.<field>`. */
  field: keyof EventRow;
}

const lacking = (part: Part, event: EventRow, fields: readonly (keyof EventRow)[]): Lack[] =>
  fields.filter((field) => event[field] === null || event[field] === '').map((field) => ({ part, field }));

/** What an announcement of an event cannot do without. */
export function missingIn(event: EventRow): Lack[] {
  const place: (keyof EventRow)[] = event.format === 'online' ? [] : ['settlement', 'venue', 'address'];
  const link: (keyof EventRow)[] = event.format !== 'in-person' && event.registration === 'none' ? ['onlineUrl'] : [];
  return [
    ...lacking('basics', event, ['summary']),
    ...lacking('place', event, ['startsAt', 'endsAt', ...place, ...link]),
    ...(event.registration === 'external' ? lacking('registration', event, ['registrationUrl']) : []),
    // A waiting list waits for places, so they have to be counted.
    ...(event.waitlist !== 'off' ? lacking('registration', event, ['capacity']) : []),
    ...lacking('details', event, ['contactName', 'contactPhone']),
  ];
}
