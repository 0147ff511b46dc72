export { atomText } from './atom.js';
export type { AtomEntry, AtomFeed } from './atom.js';
export { icsText } from './ics.js';
export type { IcsCalendar, IcsEvent } from './ics.js';
