const own = (id: string) => `/organiser/contracts/${id}`;
const ours = (id: string) => `/contracts/${id}`;
const ofCompetition = (competitionId: string) => `/organiser/competitions/${competitionId}/contracts`;

/** Addresses of the lib's pages, without the language prefix. `code` is the public one of the competition. */
export const contractPaths = {
  /** Of the authority. */
  list: '/organiser/contracts',
  templates: '/organiser/contract-templates',
  template: (organiserId: string) => `/organiser/contract-templates/${organiserId}`,
  ofCompetition,
  draft: (competitionId: string) => `${ofCompetition(competitionId)}/draft`,
  together: (competitionId: string, act: 'offer' | 'sign' | 'put-in-force') =>
    `${ofCompetition(competitionId)}/together/${act}`,
  zip: (competitionId: string) => `${ofCompetition(competitionId)}/files.zip`,
  /** The page of the authority. */
  show: own,
  terms: (id: string) => `${own(id)}/terms`,
  act: (id: string, act: string) => `${own(id)}/${act}`,
  pdf: (id: string) => `${ours(id)}/contract.pdf`,
  docx: (id: string) => `${ours(id)}/contract.docx`,
  /** Of the organisation. */
  mine: '/contracts',
  own: ours,
  details: (id: string) => `${ours(id)}/details`,
  agree: (id: string) => `${ours(id)}/agree`,
  giveBack: (id: string) => `${ours(id)}/return`,
  askChange: (id: string) => `${ours(id)}/changes/new`,
  change: (id: string) => `/contracts/changes/${id}`,
  withdrawChange: (id: string) => `/contracts/changes/${id}/withdraw`,
  actOf: (id: string, kind: string) => `${own(id)}/acts/${kind}`,
  paper: (kind: 'acts' | 'amendments', id: string) => `/contracts/papers/${kind}/${id}`,
  pay: (id: string) => `${own(id)}/payments`,
  payments: '/organiser/payments',
  payment: (id: string) => `/organiser/payments/${id}`,
  statements: '/organiser/statements',
  newStatement: '/organiser/statements/new',
  statement: (id: string) => `/organiser/statements/${id}`,
  /** For everybody. */
  published: (code: string) => `/competitions/${code}/contracts`,
};
