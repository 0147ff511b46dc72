/** Addresses of the pages, without the language prefix. */
const all = (competitionId: string) => `/organiser/competitions/${competitionId}/rulings`;
const published = (code: string) => `/competitions/${code}/rulings`;

export const rulingPaths = {
  all,
  published,
  register: (competitionId: string) => `${all(competitionId)}/new`,
  scan: (competitionId: string, id: string) => `${all(competitionId)}/${id}/scan`,
  step: (competitionId: string, id: string, step: 'confirmation' | 'return' | 'removal') =>
    `${all(competitionId)}/${id}/${step}`,
  copy: (code: string, id: string) => `${published(code)}/${id}/copy`,
};
