/** A group of costs that a line of a budget belongs to, and how much of what is asked it may take (rule 24). */
export interface CostGroup {
  /** Stays when the group is renamed: lines of proposals name it. */
  key: string;
  title: string;
  titleEn: string;
  /** Hundredths of a percent of the money that is asked for; null = no cap. */
  capHundredths: number | null;
  /** Costs of keeping the organisation itself: the cap of the rule set (slot `adminCostCapPercent`) is for them. */
  isAdministrative: boolean;
}

/** What the budget of a proposal is made of. Frozen at the announcement. */
export interface BudgetRules {
  /** Empty = applicants name the groups of their costs themselves. */
  groups: CostGroup[];
  /** A third share beside what is asked and the own one: money from other sources (rule 21). */
  hasOtherSources: boolean;
  /** A line costs quantity × price × months. */
  isByMonths: boolean;
}

/** Rules of a competition that says nothing about budgets. */
export const OPEN_BUDGET: BudgetRules = Object.freeze({ groups: [], hasOtherSources: false, isByMonths: false });

/** Columns keep only what was said: an empty object is an open budget. */
export const readBudgetRules = (stored: Partial<BudgetRules>): BudgetRules => ({ ...OPEN_BUDGET, ...stored });
