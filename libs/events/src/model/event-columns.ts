import type { EventContent } from './event.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Everything that an officer types about an event, by the parts of the form. */
export const PARTS = {
  basics: ['kind', 'measureId', 'title', 'titleEn', 'summary', 'summaryEn', 'coHosts'],
  place: [
    ...(['format', 'startsAt', 'endsAt', 'settlement', 'venue', 'address', 'directions'] as const),
    ...(['locationVisibility', 'onlineUrl'] as const),
  ],
  access: ['stepFree', 'shelter', 'signLanguage', 'captions', 'childcare', 'transport'],
  registration: [
    ...(['registration', 'registrationUrl', 'registrationOpensAt', 'registrationClosesAt', 'capacity'] as const),
    ...(['reservedSeats', 'waitlist', 'cutoffHours', 'takesMedia'] as const),
  ],
  details: ['description', 'audience', 'bring', 'contactName', 'contactPhone', 'contactEmail'],
} as const satisfies Record<string, readonly (keyof EventContent)[]>;

export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

export const CONTENT_FIELDS = Object.values(PARTS).flat() as (keyof EventContent)[];

export const columnOf = (field: string): string => snake(field);

const OTHERS = [
  ...['id', 'organiserId', 'state', 'version', 'stateReason', 'sequence'],
  ...['publishedAt', 'heldAt', 'reportedAt', 'changedAt'],
];

/** `e.starts_at as "startsAt", …` of everything in an EventRow. */
export const EVENT_COLUMNS = [...OTHERS, ...CONTENT_FIELDS]
  .map((name) => `e.${columnOf(name)} as "${name}"`)
  .join(', ');
