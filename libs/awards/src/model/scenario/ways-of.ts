import type { AllocationWay, RuleSet } from '#libs/terms';

/** The ways that the conditions name; what was announced before they could name any is laid strictly. */
export const waysOf = ({ ruleSet }: { ruleSet: RuleSet | null }): readonly AllocationWay[] =>
  ruleSet?.slots.allocationWays?.value ?? ['top-down'];
