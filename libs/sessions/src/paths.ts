export const sessionPaths = {
  show: (id: string) => `/sessions/${id}`,
  opening: (id: string) => `/sessions/${id}/opening`,
  cancellation: (id: string) => `/sessions/${id}/cancellation`,
  attendance: (id: string) => `/sessions/${id}/attendance`,
  ballots: (id: string) => `/sessions/${id}/ballots`,
  closing: (id: string) => `/sessions/${id}/closing`,
  signature: (id: string) => `/sessions/${id}/signature`,
  minutes: (id: string) => `/sessions/${id}/minutes`,
  minutesDocx: (id: string) => `/sessions/${id}/minutes/docx`,
};
