import { secondLookOf, type CompetitionRow, type SecondLook } from '#libs/competitions';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import type { SheetPoints } from './rating.js';

/** Why a proposal is looked at again: two sheets are far apart, or the mean lies near the passing score. */
export type SecondLookCause = 'wide' | 'near';

const POINT = 100;

/**
 * Whether the signed sheets of a proposal meet the published condition. Exact: the mean is never rounded, the band
 * includes its ends.
 */
export function causeOf(
  { widePoints, nearPoints }: Pick<SecondLook, 'widePoints' | 'nearPoints'>,
  sheets: readonly SheetPoints[],
  passingHundredths: number,
): SecondLookCause | null {
  if (sheets.length === 0) return null;
  const sums = sheets.map((points) => Object.values(points).reduce((sum, one) => sum + one, 0));
  if (widePoints !== null && Math.max(...sums) - Math.min(...sums) > widePoints) return 'wide';
  const total = sums.reduce((sum, one) => sum + one, 0);
  const distance = Math.abs(total * POINT - passingHundredths * sheets.length);
  return nearPoints !== null && distance <= nearPoints * POINT * sheets.length ? 'near' : null;
}

/** The last second of a term in days: the end of its last Kyiv day. */
export const untilAfter = (from: Date, days: number): Date => kyivInstant(addDays(kyivDay(from), days), '23:59:59');

/** Until when an extra sheet that is given at an instant may be written: it has days of its own, never fewer than the others (rule 40). */
export function extraUntil(
  competition: Pick<CompetitionRow, 'scoringUntil' | 'ruleSet'>,
  assignedAt: Date,
): Date | null {
  const look = competition.scoringUntil ? secondLookOf(competition) : null;
  return look ? laterOf(competition.scoringUntil, untilAfter(assignedAt, look.days)) : competition.scoringUntil;
}

/** The later of two ends; null is no end. */
export const laterOf = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other);
