import type { RatedProposal } from './allocation.js';
import type { RuleSet } from '#libs/terms';

/**
 * rule 49: how many working days an organisation has to agree to less than it asked for; null where the conditions
 * allow no partial award, or were frozen before they could name the term.
 */
export function partialConsentDays({ ruleSet }: { ruleSet: RuleSet | null }): number | null {
  if (ruleSet?.slots.partialAward?.value !== 'with-consent') return null;
  return ruleSet.slots.partialConsentDays?.value ?? null;
}

/** What was asked, as far as one project may get it. */
export const askedOf = ({ requestedKop }: Pick<RatedProposal, 'requestedKop'>, capKop: number): number =>
  Math.min(requestedKop, capKop);

/** The adopted line gives less than was asked. */
export const isPartialLine = (proposal: Pick<RatedProposal, 'requestedKop' | 'adopted'>, capKop: number): boolean =>
  proposal.adopted?.outcome === 'funded' && proposal.adopted.amountKop < askedOf(proposal, capKop);
