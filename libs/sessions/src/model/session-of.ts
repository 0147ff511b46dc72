import { slotValue, type RuleSet } from '#libs/terms';
import type { Procedure } from './session.js';

/** Whose body meets: a competition with its frozen rules. */
export interface Scope {
  id: string;
  organiserId: string;
  coOrganiserId: string | null;
  ruleSet: RuleSet | null;
}

/** The part of a planned session that follows from its scope: how the body decides is frozen with the rules (rule 30). */
export function sessionOf({ id, organiserId, coOrganiserId, ruleSet }: Scope) {
  const procedure: Procedure = {
    quorum: slotValue(ruleSet!, 'commissionQuorum'),
    majority: slotValue(ruleSet!, 'decisionMajority'),
    chairBreaksTie: slotValue(ruleSet!, 'chairBreaksTie'),
  };
  return { scopeId: id, organiserId, coOrganiserId, procedure };
}
