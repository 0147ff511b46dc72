import type { RatedProposal } from './allocation.js';
import { askedOf } from './allocate.js';
import type { RuleSet } from '#libs/terms';

/**
 * rule 49: how many working days an organisation has to agree to less than it asked for; null where the conditions
 * allow no partial award, or were frozen before they could name the term.
 */
export function partialConsentDays({ ruleSet }: { ruleSet: RuleSet | null }): number | null {
  if (ruleSet?.slots.partialAward?.value !== 'with-consent') return null;
  return ruleSet.slots.partialConsentDays?.value ?? null;
}

/** The adopted line gives less than was asked. */
export const isPartialLine = (
  proposal: Pick<RatedProposal, 'requestedKop' | 'adopted'>,
  money: { capKop: number },
): boolean => proposal.adopted?.outcome === 'funded' && proposal.adopted.amountKop < askedOf(proposal, money);
