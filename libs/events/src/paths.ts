import type { Part } from './model/event-columns.js';

/** Addresses of the lib's pages, without the language prefix; ids are UUIDs. */
export const eventPaths = {
  list: '/events',
  underMeasure: (measureId: string) => `/events?measure=${measureId}`,
  show: (id: string) => `/events/${id}`,
  feed: (kind: 'atom' | 'ics') => `/events.${kind}`,
  /** One event for a calendar. */
  calendar: (id: string) => `/events/${id}/event.ics`,
  /** Anybody registers here. */
  register: (id: string) => `/events/${id}/registration`,
  /** One's own registration, from a letter. */
  own: (token: string) => `/e/${token}`,
  /** POST: confirmation, acceptance, withdrawal. */
  ownAct: (token: string, act: string) => `/e/${token}/${act}`,
  ownCalendar: (token: string) => `/e/${token}/event.ics`,
  /** Who comes; for the authority. */
  people: (id: string) => `/organiser/events/${id}/people`,
  enter: (id: string) => `/organiser/events/${id}/people/new`,
  guest: (id: string, registrationId: string) => `/organiser/events/${id}/people/${registrationId}`,
  /** POST: approval, rejection, withdrawal. */
  guestAct: (id: string, registrationId: string, act: string) =>
    `/organiser/events/${id}/people/${registrationId}/${act}`,
  checkIn: (id: string) => `/organiser/events/${id}/check-in`,
  slots: (id: string) => `/organiser/events/${id}/slots`,
  /** POST */
  removeSlot: (id: string, slotId: string) => `/organiser/events/${id}/slots/${slotId}/removal`,
  /** To print: one signs on it. */
  sheet: (id: string) => `/organiser/events/${id}/sheet`,
  paper: (id: string) => `/organiser/events/${id}/paper`,
  outcome: (id: string) => `/organiser/events/${id}/outcome`,
  /** POST */
  report: (id: string) => `/organiser/events/${id}/report`,
  materials: (id: string) => `/organiser/events/${id}/materials`,
  material: (id: string, materialId: string) => `/events/${id}/materials/${materialId}`,
  minutes: (id: string) => `/organiser/events/${id}/minutes`,
  minutesItems: (id: string) => `/organiser/events/${id}/minutes/items`,
  minutesAct: (id: string) => `/organiser/events/${id}/minutes/publication`,
  minutesFile: (id: string) => `/events/${id}/minutes.pdf`,
  decision: (id: string, decisionId: string) => `/organiser/events/${id}/decisions/${decisionId}`,
  certificate: (code: string) => `/certificates/${code}`,
  ownCertificate: (token: string) => `/e/${token}/certificate.pdf`,
  ofAuthority: '/organiser/events',
  newEvent: '/organiser/events/new',
  work: (id: string) => `/organiser/events/${id}`,
  part: (id: string, part: Part) => `/organiser/events/${id}/parts/${part}`,
  preview: (id: string) => `/organiser/events/${id}/preview`,
  /** GET asks, POST does: publish, postpone, reschedule, cancel. */
  act: (id: string, action: string) => `/organiser/events/${id}/acts/${action}`,
};
