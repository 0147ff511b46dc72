/** In the order in which they are offered. */
export const EVENT_KINDS = [
  ...['training', 'seminar', 'lecture', 'workshop', 'forum', 'conference', 'round-table', 'public-hearing', 'assembly'],
  ...['meeting', 'online-conference', 'open-day', 'study-visit', 'council-session', 'donor-meeting', 'celebration'],
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_STATES = ['draft', 'published', 'postponed', 'cancelled', 'held', 'reported'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export const FORMATS = ['in-person', 'online', 'hybrid'] as const;
export type Format = (typeof FORMATS)[number];

export const LOCATION_VISIBILITIES = ['public', 'after-confirmation'] as const;
export type LocationVisibility = (typeof LOCATION_VISIBILITIES)[number];

export const REGISTRATION_MODES = ['none', 'open', 'approval', 'invite', 'external'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** off: full is full; auto: whoever waits first gets a place at once; offer: they are asked first. */
export const WAITLISTS = ['off', 'auto', 'offer'] as const;
export type Waitlist = (typeof WAITLISTS)[number];

/** «unknown» is shown as such: it is no promise, and no refusal either. */
export const KNOWN = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof KNOWN)[number];

export const FACILITIES = ['stepFree', 'shelter', 'signLanguage', 'captions', 'childcare', 'transport'] as const;
export type Facility = (typeof FACILITIES)[number];

/** `…At` are instants. A draft may lack anything but its kind and title. */
export interface EventRow extends Record<Facility, Known> {
  id: string;
  organiserId: string;
  measureId: string | null;
  state: EventState;
  version: number;
  kind: EventKind;
  title: string;
  titleEn: string | null;
  /** In plain words, at most 240 characters. */
  summary: string | null;
  summaryEn: string | null;
  description: string | null;
  audience: string | null;
  /** What to bring; told to those who come. */
  bring: string | null;
  coHosts: string | null;
  format: Format;
  startsAt: Date | null;
  endsAt: Date | null;
  settlement: string | null;
  venue: string | null;
  address: string | null;
  directions: string | null;
  locationVisibility: LocationVisibility;
  /** For those who are registered only. */
  onlineUrl: string | null;
  registration: RegistrationMode;
  registrationUrl: string | null;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  /** Null: nobody counts. */
  capacity: number | null;
  /** Of the capacity, given out by the organiser only. */
  reservedSeats: number;
  waitlist: Waitlist;
  /** So many hours before the beginning a freed place is no more given without asking. */
  cutoffHours: number;
  takesMedia: boolean;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  stateReason: string | null;
  sequence: number;
  publishedAt: Date | null;
  heldAt: Date | null;
  reportedAt: Date | null;
  changedAt: Date;
}

/** What an officer types; everything else is set by acts. */
export type EventContent = Omit<
  EventRow,
  | ('id' | 'organiserId' | 'state' | 'version' | 'stateReason' | 'sequence' | 'changedAt')
  | ('publishedAt' | 'heldAt' | 'reportedAt')
>;
