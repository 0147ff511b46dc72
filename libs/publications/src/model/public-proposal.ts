/** What everybody may know of a proposal: the decision on its admission, and after the order its result (rule 53). */
export const PUBLIC_STATES = ['funded', 'next', 'declined', 'not-funded', 'admitted', 'not-admitted'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

export const STATE_TONES: Record<PublicState, string> = {
  funded: 'success',
  next: 'info',
  declined: 'neutral',
  'not-funded': 'neutral',
  admitted: 'progress',
  'not-admitted': 'danger',
};

/** Sums are kopecks; null while they are not public: before the order, and for a proposal that was not admitted. */
export interface PublicProposal {
  registerCode: string;
  title: string;
  state: PublicState;
  requestedKop: number | null;
  awardedKop: number | null;
  year: number;
  competition: { code: string; title: string; titleEn: string | null };
  organiserName: string;
  hasResults: boolean;
}

/** SQL of the state; `a` is `applications.v_application`, `r` its row of `awards.v_result`. */
export const STATE_SQL = `coalesce(r.outcome, case a.state when 'admitted' then 'admitted' else 'not-admitted' end)`;
/** SQL: the signed minutes of admission have decided on it; before that nothing of a proposal is public. */
export const PUBLIC_SQL = `a.state in ('admitted', 'refused')`;
