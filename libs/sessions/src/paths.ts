export const sessionPaths = {
  show: (id: string) => `/sessions/${id}`,
  opening: (id: string) => `/sessions/${id}/opening`,
  ballots: (id: string) => `/sessions/${id}/ballots`,
  closing: (id: string) => `/sessions/${id}/closing`,
  signature: (id: string) => `/sessions/${id}/signature`,
  minutes: (id: string) => `/sessions/${id}/minutes`,
};
