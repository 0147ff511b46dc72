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

/** Until when a sheet may be written: an extra one has days of its own, and never fewer than the others (rule 40). */
export function writeUntil(
  competition: Pick<CompetitionRow, 'scoringUntil' | 'ruleSet'>,
  { isExtra, assignedAt }: { isExtra: boolean; assignedAt: Date },
): Date | null {
  const { scoringUntil } = competition;
  const look = isExtra && scoringUntil ? secondLookOf(competition) : null;
  if (!look || !scoringUntil) return scoringUntil;
  const own = untilAfter(assignedAt, look.days);
  return own > scoringUntil ? own : scoringUntil;
}
