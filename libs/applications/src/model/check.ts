/** What the system can check by itself, in the order of the rules. */
export const COMPUTED_CHECKS = [
  'code',
  'right-to-act',
  'liquidated',
  'legal-form',
  'age',
  'budget-offence',
  'non-delivery',
  'count',
  'same-project',
  'other-sources',
  'non-profit',
  'in-time',
  'sums',
  'cap',
  'own-share',
  'cost-groups',
  'dates',
  'indicators',
] as const;
export type ComputedCheck = (typeof COMPUTED_CHECKS)[number];

/** `no-data` is said aloud: what was not looked at is not clean. `to-decide`: only the commission can say (rules 9, 10). */
export type CheckStatus = 'passed' | 'failed' | 'to-decide' | 'no-data';

/** One check with its ground; the words are `applications:admission.checks.<key>.<status>`, filled with `data`. */
export interface Check {
  key: ComputedCheck;
  /** Number of the rule. */
  rule: number;
  status: CheckStatus;
  /** `…Kop` kopecks, `…On` Kyiv days, `…At` instants. */
  data: Record<string, unknown>;
}
