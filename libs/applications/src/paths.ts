/** Addresses of the lib's pages, without the language prefix. */
export const applicationPaths = {
  mine: '/applications',
  start: (competitionId: string) => `/competitions/${competitionId}/applications`,
  /** Public: what to have at hand before writing. */
  preparation: (code: string) => `/competitions/${code}/preparation`,
  show: (id: string) => `/applications/${id}`,
  about: (id: string) => `/applications/${id}/about`,
  answers: (id: string, section: string) => `/applications/${id}/answers/${section}`,
  activities: (id: string) => `/applications/${id}/activities`,
  budget: (id: string) => `/applications/${id}/budget`,
  indicators: (id: string) => `/applications/${id}/indicators`,
  /** A part as a spreadsheet; a POST brings one back. */
  table: (id: string, part: string) => `/applications/${id}/tables/${part}`,
  /** A question whose answer is a table, as a spreadsheet; a POST brings one back. */
  questionTable: (id: string, question: string) => `/applications/${id}/questions/${question}/table`,
  files: (id: string) => `/applications/${id}/files`,
  fileRemoval: (id: string, attachmentId: string) => `/applications/${id}/files/${attachmentId}/removal`,
  /** Check your answers; a POST submits. */
  submission: (id: string) => `/applications/${id}/submission`,
  /** What was received, on a page. */
  receipt: (id: string) => `/applications/${id}/receipt`,
  /** The receipt of one submission as PDF. */
  receiptPdf: (id: string, number: number) => `/applications/${id}/submissions/${number}/receipt`,
  /** Made by awards: scores and sums, once the competition is decided. */
  result: (id: string) => `/applications/${id}/result`,
  /** POST: the changes of the form were read. */
  formSeen: (id: string) => `/applications/${id}/form-version`,
  /** POST: what was not carried over was read. */
  notCarriedSeen: (id: string) => `/applications/${id}/not-carried`,
  /** Who of the organisation may do what with it. */
  people: (id: string) => `/applications/${id}/people`,
  /** The very bytes over which the checksum of a submission is taken. */
  content: (id: string, number: number) => `/applications/${id}/submissions/${number}/content`,
  /** POST: a detached electronic signature beside the last submission. */
  signature: (id: string) => `/applications/${id}/signature`,
  withdrawal: (id: string) => `/applications/${id}/withdrawal`,
  /** The last submission as it is frozen; with a number, an earlier one. */
  reading: (id: string) => `/applications/${id}/reading`,
  version: (id: string, number: number) => `/applications/${id}/submissions/${number}`,
  /** A file of the proposal, for whoever may read it. */
  document: (id: string, documentId: string) => `/applications/${id}/documents/${documentId}`,
  proposals: (competitionId: string) => `/organiser/competitions/${competitionId}/proposals`,
  /** The minutes of the opening; a POST makes them. */
  opening: (competitionId: string) => `/organiser/competitions/${competitionId}/opening`,
  openingFile: (competitionId: string, number: number, format: string) =>
    `/organiser/competitions/${competitionId}/opening/${number}/${format}`,
  admission: (competitionId: string) => `/organiser/competitions/${competitionId}/admission`,
  admissionOf: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/admission/${id}`,
  /** Admit at once everything that is clean. */
  admissionTogether: (competitionId: string) => `/organiser/competitions/${competitionId}/admission/together`,
  admissionSession: (competitionId: string) => `/organiser/competitions/${competitionId}/admission/session`,
  givingBack: (competitionId: string, id: string) =>
    `/organiser/competitions/${competitionId}/admission/${id}/giving-back`,
  recheck: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/admission/${id}/recheck`,
  /** What was given back and what reads otherwise since, for whoever may read the proposal. */
  mending: (id: string) => `/applications/${id}/mending`,
  /** What the commission wants checked before the scoring; a POST orders. */
  truthChecks: (id: string) => `/applications/${id}/truth-checks`,
  truthAnswer: (id: string, checkId: string) => `/applications/${id}/truth-checks/${checkId}`,
  envelopes: (competitionId: string) => `/organiser/competitions/${competitionId}/envelopes`,
  newEnvelope: (competitionId: string) => `/organiser/competitions/${competitionId}/envelopes/new`,
  envelope: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/envelopes/${id}`,
  envelopeFile: (competitionId: string, id: string, which: 'scan' | 'receipt') =>
    `/organiser/competitions/${competitionId}/envelopes/${id}/${which}`,
  /** Whose proposal it is; a POST begins to type it. */
  envelopeTyping: (competitionId: string, id: string) =>
    `/organiser/competitions/${competitionId}/envelopes/${id}/typing`,
  /** The second person; a POST accepts. */
  envelopeCheck: (competitionId: string, id: string) =>
    `/organiser/competitions/${competitionId}/envelopes/${id}/check`,
  /** The table of errors of a call. */
  flaws: (competitionId: string) => `/organiser/competitions/${competitionId}/flaws`,
  likeness: (competitionId: string, id: string) => `/organiser/competitions/${competitionId}/admission/${id}/likeness`,
  /** The applicant shows the draft by a code; a POST makes one. */
  showing: (id: string) => `/applications/${id}/showing`,
  shownDrafts: '/organiser/shown-drafts',
  shownDraft: (showingId: string) => `/organiser/shown-drafts/${showingId}`,
  /** Where the authority admits: hand over (POST), sign, give back. */
  admissionOrder: (competitionId: string) => `/organiser/competitions/${competitionId}/admission/order`,
  signAdmissionOrder: (competitionId: string, orderId: string) =>
    `/organiser/competitions/${competitionId}/admission/order/${orderId}/signature`,
  returnAdmissionOrder: (competitionId: string, orderId: string) =>
    `/organiser/competitions/${competitionId}/admission/order/${orderId}/return`,
  /** Public. */
  admissionDecisions: (code: string) => `/competitions/${code}/admission`,
};
