/**
 * What makes a project worth a visit sooner, and how much each sign weighs. No act sets them: they are ours, chosen so that
 * money that may be lost weighs most and a first project alone calls nobody.
 */
export const RISK_SIGNS = {
  offence: 3,
  unresolved: 3,
  late: 3,
  finding: 2,
  suspended: 2,
  returned: 1,
  large: 1,
  newcomer: 1,
} as const;
export type RiskSign = keyof typeof RISK_SIGNS;

export const RISK_LEVELS = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Points from which a level begins. */
export const RISK_FROM = { high: 4, medium: 2 } as const;

/** A project is large from so many times the average of its competition. */
export const LARGE_TIMES = 1.5;
