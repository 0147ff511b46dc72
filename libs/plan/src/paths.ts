/** Addresses of the lib's pages, without the language prefix. */
export const planWorkPaths = {
  plans: '/organiser/plans',
  desk: (planId: string) => `/organiser/plans/${planId}`,
  bodies: (planId: string) => `/organiser/plans/${planId}/bodies`,
  newBody: (planId: string) => `/organiser/plans/${planId}/bodies/new`,
  body: (planId: string, bodyId: string) => `/organiser/plans/${planId}/bodies/${bodyId}`,
  expansion: (planId: string) => `/organiser/plans/${planId}/expansion`,
  measure: (planId: string, number: string) => `/organiser/plans/${planId}/measures/${number}`,
  /** POST */
  note: (planId: string, number: string) => `/organiser/plans/${planId}/measures/${number}/note`,
  consents: (planId: string, number: string) => `/organiser/plans/${planId}/measures/${number}/consents`,
  /** POST */
  evidence: (planId: string, number: string) => `/organiser/plans/${planId}/measures/${number}/evidence`,
  /** POST */
  written: (planId: string, number: string) => `/organiser/plans/${planId}/measures/${number}/written-evidence`,
  instance: (planId: string, id: string) => `/organiser/plans/${planId}/times/${id}`,
  /** POST */
  letters: (planId: string) => `/organiser/plans/${planId}/letters`,
  answers: (planId: string, quarter: number) => `/organiser/plans/${planId}/answers/${quarter}`,
  /** POST */
  request: (planId: string, quarter: number) => `/organiser/plans/${planId}/answers/${quarter}/request`,
  bodyAnswers: (planId: string, quarter: number, bodyId: string) =>
    `/organiser/plans/${planId}/answers/${quarter}/${bodyId}`,
  /** POST */
  decideAnswers: (planId: string, quarter: number, bodyId: string) =>
    `/organiser/plans/${planId}/answers/${quarter}/${bodyId}/decision`,
  report: (planId: string, quarter: number) => `/organiser/plans/${planId}/reports/${quarter}`,
  reportLine: (planId: string, quarter: number, instanceId: string) =>
    `/organiser/plans/${planId}/reports/${quarter}/lines/${instanceId}`,
  /** POST: hand-over, check, give-back, sign, correct */
  reportStep: (planId: string, quarter: number, step: string) =>
    `/organiser/plans/${planId}/reports/${quarter}/${step}`,
  /** POST: the plan of the next year begins as this one. */
  next: (planId: string) => `/organiser/plans/${planId}/next`,
  newDraft: '/organiser/plan-drafts/new',
  draft: (id: string) => `/organiser/plan-drafts/${id}`,
  draftRow: (id: string, number: string) => `/organiser/plan-drafts/${id}/rows/${number}`,
  draftDocx: (id: string) => `/organiser/plan-drafts/${id}/docx`,
  /** POST */
  draftApproval: (id: string) => `/organiser/plan-drafts/${id}/approval`,
  /** POST */
  draftRemoval: (id: string) => `/organiser/plan-drafts/${id}/removal`,
  /** For everybody, once it is signed. */
  publicReport: (organiserSlug: string, year: number, quarter: number) =>
    `/plan/${organiserSlug}/${year}/reports/${quarter}`,
  reportFile: (organiserSlug: string, year: number, quarter: number, format: 'docx' | 'pdf') =>
    `/plan/${organiserSlug}/${year}/reports/${quarter}/${format}`,
  /** For the clerk of a body, by the link from the letter. */
  clerk: (token: string) => `/plan-answers/${token}`,
  clerkLetter: (token: string) => `/plan-answers/${token}/letter`,
  consent: (planId: string, id: string) => `/organiser/plans/${planId}/consents/${id}`,
};
