import type { Lang } from '#libs/platform/access';

export const REGISTRATION_STATES = [
  ...(['asked', 'pending', 'confirmed', 'waitlisted', 'offered', 'lapsed', 'rejected', 'withdrawn'] as const),
  ...(['attended', 'no-show'] as const),
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const CHANNELS = ['web', 'phone', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** They come, or may still come: they hear of every change. */
export const LIVE: readonly RegistrationState[] = ['pending', 'confirmed', 'waitlisted', 'offered'];
/** They hold a place. */
export const HOLDING: readonly RegistrationState[] = ['confirmed', 'offered', 'attended'];
/** They are told where it is. */
export const INSIDE: readonly RegistrationState[] = ['confirmed', 'attended'];

/** What a person says about themselves. */
export interface Guest {
  fullName: string;
  email: string | null;
  phone: string | null;
  organisation: string | null;
  position: string | null;
  /** How many come together. */
  seats: number;
  /** Who else comes, one in a line. */
  names: string | null;
  question: string | null;
  /** Step-free seat, interpreter, diet: for the one who prepares the event only. */
  accessNeeds: string | null;
  asMedia: boolean;
  mayPublishName: boolean;
  mayPhotograph: boolean;
}

export interface RegistrationRow extends Guest {
  id: string;
  eventId: string;
  state: RegistrationState;
  /** Null until the address is proved. */
  seq: number | null;
  channel: Channel;
  personId: string | null;
  language: Lang;
  isReserved: boolean;
  code: string;
  askedAt: Date;
  placedAt: Date | null;
  offeredUntil: Date | null;
  reason: string | null;
  checkedInAt: Date | null;
}
