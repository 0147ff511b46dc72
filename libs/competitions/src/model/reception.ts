import { isInTime } from '#libs/platform/clock';
import type { CompetitionRow } from './competition.js';

export type Reception = 'soon' | 'open' | 'closed';

/** Whether proposals can be submitted now: the calendar alone decides, to the second (rule 16). */
export function receptionAt(competition: Pick<CompetitionRow, 'opensAt' | 'closesAt' | 'state'>, now: Date): Reception {
  const { opensAt, closesAt, state } = competition;
  if (state !== 'announced' || opensAt === null || closesAt === null) return 'closed';
  if (now < opensAt) return 'soon';
  return isInTime(now, closesAt) ? 'open' : 'closed';
}

export const isReceiving = (competition: Parameters<typeof receptionAt>[0], now: Date): boolean =>
  receptionAt(competition, now) === 'open';
