import type { Check } from './check.js';

/** What only the commission decides, also where the authority admits the rest (rules 9, 10). */
const VOTED: readonly string[] = ['budget-offence', 'non-delivery'];

/**
 * The officer leaves it to the commission, or a register does: an offence without a measure, an undelivered project
 * (rules 9, 10). An offence whose measure a register shows bars by itself (rule 8), and the order may say so.
 */
export const needsVote = (
  { needsVote: isAsked, ground }: { needsVote?: boolean; ground: string | null },
  checks: readonly Check[],
): boolean => {
  const statusOf = (key: string) => checks.find((check) => check.key === key)?.status;
  const isToDecide = VOTED.some((key) => statusOf(key) === 'to-decide');
  return isAsked === true || isToDecide || (VOTED.includes(ground ?? '') && statusOf(ground!) !== 'failed');
};
