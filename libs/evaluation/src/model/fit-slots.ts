import type { DefenceDay, DefenceOrder } from './defence.js';
import { lotRanks } from './lot.js';

export type DayFrame = Pick<DefenceDay, 'id' | 'startsAt' | 'endsAt' | 'minutesEach' | 'pauseAfter' | 'pauseMinutes'>;

export interface FittedSlot {
  dayId: string;
  startsAt: Date;
  endsAt: Date;
}

const MINUTE_MS = 60_000;

/**
 * Times for so many proposals, one after another, with pauses, until the end of each day; then the next day goes on.
 * Fewer than `count` when the days are too short.
 */
export function fitSlots(days: readonly DayFrame[], count: number): FittedSlot[] {
  const ordered = [...days].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const slots: FittedSlot[] = [];
  for (const day of ordered) slots.push(...slotsIn(day, count - slots.length));
  return slots;
}

function slotsIn(day: DayFrame, count: number): FittedSlot[] {
  const slots: FittedSlot[] = [];
  let at = day.startsAt.getTime();
  while (slots.length < count) {
    if (day.pauseAfter && slots.length > 0 && slots.length % day.pauseAfter === 0) at += day.pauseMinutes! * MINUTE_MS;
    const endsAt = at + day.minutesEach * MINUTE_MS;
    if (endsAt > day.endsAt.getTime()) break;
    slots.push({ dayId: day.id, startsAt: new Date(at), endsAt: new Date(endsAt) });
    at = endsAt;
  }
  return slots;
}

/** How many proposals the days have room for. */
export const roomIn = (days: readonly DayFrame[], max: number): number => fitSlots(days, max).length;

interface Ordered {
  registerCode: string;
  /** What was typed by hand; null for who has come since. */
  rank: number | null;
}

/** In which order proposals come: by register code, by what the seed of the lot gives, or as it was typed. */
export function inDefenceOrder<Proposal extends Ordered>(
  proposals: readonly Proposal[],
  { orderBy, seed }: { orderBy: DefenceOrder; seed: string | null },
): Proposal[] {
  const codes = proposals.map(({ registerCode }) => registerCode);
  const lot = orderBy === 'lot' ? lotRanks([seed!], codes) : null;
  const key = ({ registerCode, rank }: Ordered): string => {
    if (lot) return lot.get(registerCode)!;
    return orderBy === 'hand' ? `${String(rank ?? LAST).padStart(10, '0')} ${registerCode}` : registerCode;
  };
  return [...proposals].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

const LAST = 1_000_000_000;

/** Whether two stretches of time have a moment in common. */
export const overlap = (one: { startsAt: Date; endsAt: Date }, other: { startsAt: Date; endsAt: Date }): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;
