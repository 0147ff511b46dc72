/** Addresses of the lib's pages, without the language prefix. `code` is the public one of a competition, ids are UUIDs. */
export const announcementPaths = {
  questions: (code: string) => `/competitions/${code}/questions`,
  answer: (code: string, number: number) => `/competitions/${code}/questions#answer-${number}`,
  inquiries: (competitionId: string) => `/organiser/competitions/${competitionId}/inquiries`,
  newInquiry: (competitionId: string) => `/organiser/competitions/${competitionId}/inquiries/new`,
  inquiry: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/inquiries/${id}`,
  /** POST */
  refusal: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/inquiries/${id}/refusal`,
  /** `competition` (a code) or `organiser` (a slug) may stand in the query: what to follow. */
  newSubscription: '/subscriptions/new',
  subscribeTo: (code: string) => `/subscriptions/new?competition=${code}`,
  /** Of one authority by its slug, or of every one. */
  feed: (kind: 'atom' | 'ics', slug: string | null) => (slug === null ? `/calls.${kind}` : `/calls/${slug}.${kind}`),
  /** From the letter that asks whether the address wishes it. */
  confirmSubscription: (token: string) => `/subscriptions/${token}`,
  subscriptionAsked: '/subscriptions/asked',
  mySubscriptions: '/account/subscriptions',
  /** POST */
  endSubscription: (id: string) => `/account/subscriptions/${id}/end`,
};
