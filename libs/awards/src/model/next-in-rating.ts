import { allocate, type AllocationLine, type PotRules } from './allocate.js';
import type { Allocation, RatedProposal } from './allocation.js';
import type { RuleSet } from '#libs/terms';

/** What may be offered again after the order, and to whom. */
export interface NextOnes {
  /** What is free: given to nobody, without the money of proposals that the commission did not support. */
  freeKop: number;
  /** Those whom it is offered to, in the order of the rating. */
  lines: AllocationLine[];
}

/** rule 50: the money that refusals freed goes down the waiting list as it went down the rating (rules 48, 49). */
export function nextOnes(
  money: PotRules,
  { rows, freedKop }: Pick<Allocation, 'rows' | 'freedKop'>,
  awardedKop: number,
): NextOnes {
  const freeKop = Math.max(0, money.potKop - awardedKop - freedKop);
  const waiting = rows.filter(isWaiting);
  const lines = allocate({ ...money, potKop: freeKop }, waiting).filter(({ outcome }) => outcome === 'funded');
  return { freeKop, lines };
}

/** Next in the rating by the order, and not decided on since. */
export const isWaiting = ({ adopted, award, isPassedOver }: RatedProposal): boolean =>
  adopted?.outcome === 'next' && award === null && !isPassedOver;

/** The conditions say that freed money is offered to the next in the rating. */
export const offersNext = ({ ruleSet }: { ruleSet: RuleSet | null }): boolean =>
  ruleSet?.slots.substitution?.value === 'next-in-rating';
