import type { Part } from './model/event-columns.js';

/** Addresses of the lib's pages, without the language prefix; ids are UUIDs. */
export const eventPaths = {
  list: '/events',
  underMeasure: (measureId: string) => `/events?measure=${measureId}`,
  show: (id: string) => `/events/${id}`,
  feed: (kind: 'atom' | 'ics') => `/events.${kind}`,
  /** One event for a calendar. */
  calendar: (id: string) => `/events/${id}/event.ics`,
  ofAuthority: '/organiser/events',
  newEvent: '/organiser/events/new',
  work: (id: string) => `/organiser/events/${id}`,
  part: (id: string, part: Part) => `/organiser/events/${id}/parts/${part}`,
  preview: (id: string) => `/organiser/events/${id}/preview`,
  /** GET asks, POST does: publish, postpone, reschedule, cancel. */
  act: (id: string, action: string) => `/organiser/events/${id}/acts/${action}`,
};
