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
  consent: (planId: string, id: string) => `/organiser/plans/${planId}/consents/${id}`,
};
