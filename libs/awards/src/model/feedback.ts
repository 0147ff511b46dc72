import type { RatingCriterion } from '#libs/evaluation';

export const STANDINGS = ['strength', 'even', 'gap'] as const;
/** What a criterion says about a proposal. */
export type Standing = (typeof STANDINGS)[number];

/**
 * A strength: four fifths of the points or more; a gap: less than half of them. Exact, and not compared with others: that
 * all were strong is no gap. No regulation names these shares; nothing follows from them but words.
 */
export function standingOf({ sum, count, maxPoints }: Pick<RatingCriterion, 'sum' | 'count' | 'maxPoints'>): Standing {
  if (sum * 5 >= count * maxPoints * 4) return 'strength';
  return sum * 2 < count * maxPoints ? 'gap' : 'even';
}
