import type { CompetitionRow, ScoringMode } from '#libs/competitions';
import type { Role } from '#libs/identity';
import { holds, type Actor } from '#libs/platform/access';
import { COMMISSION } from '../access/evaluation.policy.js';
import type { CommissionRules } from '../model/commission-gaps.js';

/** What the rule set of the competition (a working copy while it is a draft) asks of its commission. */
export function commissionRulesOf({ ruleSet }: Pick<CompetitionRow, 'ruleSet'>): CommissionRules {
  const slots: Partial<NonNullable<CompetitionRow['ruleSet']>['slots']> = ruleSet?.slots ?? {};
  return { minMembers: slots.commissionMinMembers?.value ?? null, csoShare: slots.csoShare?.value ?? null };
}

/** Who scores: every member of the commission, or the experts. */
export const scoringRoles = (mode: ScoringMode | null): readonly Role[] =>
  mode === 'k-of-n' ? ['expert'] : COMMISSION;

/** The person is among those who score in the competition. */
export const calibrates = (actor: Actor, { id, scoringMode }: Pick<CompetitionRow, 'id' | 'scoringMode'>): boolean =>
  holds(actor, scoringRoles(scoringMode), id);
