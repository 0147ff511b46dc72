import type { EventRow, EventState } from './event.js';

/** What an event is to its reader now: open, full and closed are computed, never kept. */
export const PHASES = [
  ...(['draft', 'ahead', 'open', 'waiting', 'full', 'closed', 'going', 'over', 'reported'] as const),
  ...(['postponed', 'cancelled'] as const),
] as const;
export type Phase = (typeof PHASES)[number];

export const PHASE_TONES: Readonly<Record<Phase, string>> = {
  draft: 'draft',
  ahead: 'info',
  open: 'success',
  waiting: 'warning',
  full: 'warning',
  closed: 'closed',
  going: 'progress',
  over: 'closed',
  reported: 'neutral',
  postponed: 'warning',
  cancelled: 'danger',
};

export type Doors = Pick<
  EventRow,
  | ('state' | 'startsAt' | 'endsAt' | 'registration' | 'registrationOpensAt' | 'registrationClosesAt')
  | ('capacity' | 'reservedSeats' | 'waitlist')
>;

const BY_STATE: Partial<Record<EventState, Phase>> = {
  draft: 'draft',
  held: 'over',
  reported: 'reported',
  postponed: 'postponed',
  cancelled: 'cancelled',
};

/** The last instant at which somebody may register. */
export const closesAt = ({ registrationClosesAt, startsAt }: Doors): Date => registrationClosesAt ?? startsAt!;

/** `taken`: places that are held by people who come, without the reserved ones. */
export function phaseAt(event: Doors, taken: number, now: Date): Phase {
  const settled = BY_STATE[event.state];
  if (settled) return settled;
  if (event.endsAt! <= now) return 'over';
  if (event.startsAt! <= now) return 'going';
  return doorAt(event, taken, now);
}

function doorAt(event: Doors, taken: number, now: Date): Phase {
  if (event.registration === 'none' || event.registration === 'invite') return 'ahead';
  if (event.registrationOpensAt && event.registrationOpensAt > now) return 'ahead';
  if (closesAt(event) <= now) return 'closed';
  if (event.registration === 'external' || event.capacity === null) return 'open';
  if (taken < event.capacity - event.reservedSeats) return 'open';
  return event.waitlist === 'off' ? 'full' : 'waiting';
}
