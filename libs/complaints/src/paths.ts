/** Addresses of the pages, without the language prefix. */
const show = (id: string) => `/complaints/${id}`;

export const complaintPaths = {
  show,
  all: '/organiser/complaints',
  submit: (applicationId: string) => `/applications/${applicationId}/complaints/new`,
  ofApplication: (applicationId: string) => `/applications/${applicationId}/complaints`,
  ofCompetition: (competitionId: string) => `/organiser/competitions/${competitionId}/complaints`,
  register: (competitionId: string) => `/organiser/competitions/${competitionId}/complaints/new`,
  file: (id: string, documentId: string) => `${show(id)}/files/${documentId}`,
  step: (id: string, step: string) => `${show(id)}/${step}`,
  published: (code: string) => `/competitions/${code}/complaints`,
  publishedAnswer: (code: string, id: string) => `/competitions/${code}/complaints/${id}`,
};
