import type { Limit } from '#libs/terms';
import type { CostGroup } from './budget-rules.js';
import { problem, type Problem } from './problem.js';
import type { CompetitionSettings } from './settings.js';

/** rule 24: what keeps the caps on groups of costs from being announced. */
export function budgetRuleProblems({ budgetRules, ruleSet }: CompetitionSettings): Problem[] {
  const { groups } = budgetRules;
  const limit = ruleSet?.slots?.adminCostCapPercent?.value ?? null;
  const isCapped = groups.some((group) => group.isAdministrative && isWithin(group, limit));
  return [
    ...problem(groups.length === 1, 'one-cost-group', 'budget', 'groups'),
    ...problem(typeof limit === 'number' && !isCapped, 'administrative-cap', 'budget', 'groups', { percent: limit }),
  ];
}

const isWithin = ({ capHundredths }: CostGroup, limit: Limit | null): boolean =>
  typeof limit !== 'number' || (capHundredths !== null && capHundredths <= limit * 100);
