import type { EventRow } from './event.js';

export type Counted = Pick<EventRow, 'capacity' | 'reservedSeats' | 'waitlist' | 'cutoffHours' | 'startsAt'>;

/** Seats that are held now. */
export interface Taken {
  open: number;
  reserved: number;
  /** How many people stand in the queue. */
  waiting: number;
}

const HOUR_MS = 3_600_000;
/** So long an offered place waits for an answer. */
export const OFFER_HOURS = 12;

/** Places that anybody can have now; the reserved ones are the organiser's. */
export const freeSeats = ({ capacity, reservedSeats }: Counted, { open }: Taken): number =>
  capacity === null ? Number.MAX_SAFE_INTEGER : capacity - reservedSeats - open;

/** Where so many seats lead; null when there is no place and no queue. Nobody overtakes those who wait. */
export function placingOf(event: Counted, taken: Taken, seats: number): 'confirmed' | 'waitlisted' | null {
  if (taken.waiting === 0 && seats <= freeSeats(event, taken)) return 'confirmed';
  return event.waitlist === 'off' ? null : 'waitlisted';
}

/** What a freed place means for the first in the queue: nothing once it has begun; near the beginning they are asked. */
export function promotionAt({ waitlist, cutoffHours, startsAt }: Counted, now: Date): 'promote' | 'offer' | null {
  if (startsAt! <= now) return null;
  return waitlist === 'auto' && now.getTime() < startsAt!.getTime() - cutoffHours * HOUR_MS ? 'promote' : 'offer';
}

/** Until when an offer holds: twelve hours, or the beginning if sooner. */
export const offerUntil = (startsAt: Date, now: Date): Date =>
  new Date(Math.min(startsAt.getTime(), now.getTime() + OFFER_HOURS * HOUR_MS));
