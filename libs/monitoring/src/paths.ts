/** Addresses of the pages, without the language prefix. */
const report = (id: string) => `/reports/${id}`;

export const monitoringPaths = {
  mine: '/projects',
  own: (id: string) => `/projects/${id}`,
  all: '/organiser/projects',
  show: (id: string) => `/organiser/projects/${id}`,
  finding: (id: string, findingId: string) => `/organiser/projects/${id}/findings/${findingId}`,
  ownFinding: (id: string, findingId: string) => `/projects/${id}/findings/${findingId}`,
  report,
  check: (id: string) => `${report(id)}/check`,
  evaluation: (competitionId: string) => `/organiser/competitions/${competitionId}/evaluation-of-programme`,
  publishedEvaluation: (code: string) => `/competitions/${code}/evaluation-of-programme`,
  ofCompetition: (code: string) => `/competitions/${code}/projects`,
  published: (id: string) => `/funded/${id}`,
  part: (id: string, part: string) => `${report(id)}/${part}`,
  newExpense: (id: string) => `${report(id)}/expenses/new`,
  expense: (id: string, expenseId: string) => `${report(id)}/expenses/${expenseId}`,
  expenseRemoval: (id: string, expenseId: string) => `${report(id)}/expenses/${expenseId}/removal`,
  expenseFile: (id: string, expenseId: string) => `${report(id)}/expenses/${expenseId}/file`,
  submission: (id: string) => `${report(id)}/submission`,
  giveBack: (id: string) => `${report(id)}/return`,
  acceptance: (id: string) => `${report(id)}/acceptance`,
};
