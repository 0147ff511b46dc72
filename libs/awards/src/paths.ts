/** Addresses of the lib's pages, without the language prefix. `code` is the public one of the competition. */
export const awardPaths = {
  allocation: (competitionId: string) => `/organiser/competitions/${competitionId}/allocation`,
  order: (competitionId: string) => `/organiser/competitions/${competitionId}/order`,
  signAdditional: (competitionId: string) => `/organiser/competitions/${competitionId}/awards/order`,
  openAdditional: (competitionId: string) => `/organiser/competitions/${competitionId}/awards/additional`,
  staffConsent: (applicationId: string) => `/organiser/awards/${applicationId}/consent`,
  additionalOrder: (code: string, orderId: string) => `/competitions/${code}/results/orders/${orderId}`,
  /** What became of the awards after the order. */
  changes: (competitionId: string) => `/organiser/competitions/${competitionId}/awards`,
  registerRefusal: (applicationId: string) => `/organiser/awards/${applicationId}/refusal`,
  results: (code: string) => `/competitions/${code}/results`,
  resultsTable: (code: string) => `/competitions/${code}/results/table`,
  resultsOrder: (code: string) => `/competitions/${code}/results/order`,
  resultsJson: (code: string) => `/api/v1/competitions/${code}/results`,
  resultsCsv: (code: string) => `/api/v1/competitions/${code}/results.csv`,
  weighing: (competitionId: string) => `/organiser/competitions/${competitionId}/weighing`,
  publicWeighing: (code: string) => `/competitions/${code}/results/weighing`,
  applicationResult: (applicationId: string) => `/applications/${applicationId}/result`,
  offer: (applicationId: string) => `/applications/${applicationId}/result/offer`,
  consent: (applicationId: string) => `/applications/${applicationId}/result/consent`,
  refusal: (applicationId: string) => `/applications/${applicationId}/result/refusal`,
  passport: (applicationId: string) => `/applications/${applicationId}/result/passport`,
  /** Made by contracts. */
  contracts: (code: string) => `/competitions/${code}/contracts`,
  resultFiles: '/open-data/results',
  resultFile: (code: string) => `/open-data/results/files/${code}`,
  verifier: (name: string) => `/open-data/results/tools/${name}`,
};
