export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const REASON_MAX = 1_000;

/** What a scorer adds to the points: how much to give, why less than asked, and how sure the judgement is. */
export interface Advice {
  /** Kopecks; 0 = give nothing; null = no advice. */
  recommendedKop: number | null;
  recommendedReason: string;
  confidence: Confidence | null;
}

export const NO_ADVICE: Advice = { recommendedKop: null, recommendedReason: '', confidence: null };

/** Never above what is asked; less needs a reason, at the latest when the sheet is ready. */
export function adviceProblems(
  { recommendedKop, recommendedReason }: Advice,
  requestedKop: number,
  isToBeReady: boolean,
): { field: string; code: string; data?: Record<string, unknown> }[] {
  if (recommendedReason.length > REASON_MAX)
    return [{ field: 'recommendedReason', code: 'platform.too-long', data: { max: REASON_MAX } }];
  if (recommendedKop === null) return [];
  if (recommendedKop > requestedKop) return [{ field: 'recommendedKop', code: 'evaluation.recommended-above' }];
  const isUnexplained = recommendedKop < requestedKop && recommendedReason === '';
  return isToBeReady && isUnexplained ? [{ field: 'recommendedReason', code: 'evaluation.recommended-reason' }] : [];
}
