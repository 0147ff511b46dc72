import type { Outcome } from './allocate.js';
import type { RatedProposal } from './allocation.js';

export const OUTCOMES_NOW = ['funded', 'offered', 'next', 'declined', 'not-funded'] as const;
export type OutcomeNow = (typeof OUTCOMES_NOW)[number];

/** What stands on a proposal today: the order, and what came after it. Its first decision stays beside. */
export function outcomeNow({ adopted, award, isPassedOver }: RatedProposal): OutcomeNow {
  if (award) return AWARDED[award.state];
  if (isPassedOver) return 'not-funded';
  return (adopted?.outcome ?? 'next') satisfies Outcome;
}

const AWARDED = { stands: 'funded', offered: 'offered', refused: 'declined', revoked: 'not-funded' } as const;
