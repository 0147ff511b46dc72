/** What the commission wants to know before the scoring, and what was found out (rule 39). */
export const TRUTH_RESULTS = ['confirmed', 'not-confirmed'] as const;
export type TruthResult = (typeof TRUTH_RESULTS)[number];

export interface TruthCheck {
  id: string;
  question: string;
  orderedByName: string;
  orderedAt: Date;
  /** Null = nobody has answered yet; the scoring waits. */
  result: TruthResult | null;
  finding: string;
  answeredByName: string | null;
  answeredAt: Date | null;
}

export const TRUTH_CHECKS_MAX = 10;
export const TRUTH_LENGTH_MAX = 2_000;
