const organiser = (competitionId: string): string => `/organiser/competitions/${competitionId}`;

/** Addresses of the lib's pages, without the language prefix. */
export const evaluationPaths = {
  commission: (competitionId: string) => `${organiser(competitionId)}/commission`,
  /** POST */
  lastCommission: (competitionId: string) => `${organiser(competitionId)}/commission/last-year`,
  endMembership: (competitionId: string, grantId: string) => `${organiser(competitionId)}/commission/${grantId}/ending`,
  conflicts: (competitionId: string) => `/conflicts/${competitionId}`,
  /** A member states a conflict of another. */
  statement: (competitionId: string) => `/conflicts/${competitionId}/statement`,
  conflictQuestions: (competitionId: string) => `${organiser(competitionId)}/conflicts`,
  conflictQuestion: (competitionId: string, questionId: string) =>
    `${organiser(competitionId)}/conflicts/${questionId}`,
  /** An expert answers an invitation. */
  invitation: (competitionId: string) => `/scoring/${competitionId}/invitation`,
  /** After a refusal the competition is closed to the person. */
  refused: '/desk',
  replaceByReserve: (competitionId: string, personId: string) =>
    `${organiser(competitionId)}/experts/${personId}/replacement`,
  challenge: (applicationId: string) => `/applications/${applicationId}/challenge`,
  scoring: '/scoring',
  queue: (competitionId: string) => `/scoring/${competitionId}`,
  /** To print; `?part=2` is the next part. */
  booklet: (competitionId: string) => `/scoring/${competitionId}/booklet`,
  /** What will be signed; a POST signs. */
  signature: (competitionId: string) => `/scoring/${competitionId}/signature`,
  sheet: (assignmentId: string) => `/scoring/sheets/${assignmentId}`,
  /** A signed sheet amended after the defence. */
  revision: (assignmentId: string) => `/scoring/sheets/${assignmentId}/revision`,
  /** Who gets which proposals (k of n experts); a POST asks for it. */
  distribution: (competitionId: string) => `${organiser(competitionId)}/distribution`,
  /** POST */
  approveDistribution: (competitionId: string) => `${organiser(competitionId)}/distribution/approval`,
  /** POST */
  cancelDistribution: (competitionId: string) => `${organiser(competitionId)}/distribution/cancellation`,
  replaceInDistribution: (competitionId: string, applicationId: string, personId: string) =>
    `${organiser(competitionId)}/distribution/${applicationId}/${personId}`,
  progress: (competitionId: string) => `${organiser(competitionId)}/scoring`,
  /** POST */
  reminders: (competitionId: string) => `${organiser(competitionId)}/scoring/reminders`,
  /** The draw of lots, for those who take part. */
  draw: (competitionId: string) => `${organiser(competitionId)}/draw`,
  /** POST */
  drawCommitment: (competitionId: string) => `${organiser(competitionId)}/draw/commitment`,
  /** POST */
  drawSecrets: (competitionId: string) => `${organiser(competitionId)}/draw/secrets`,
  /** POST */
  drawSecret: (competitionId: string) => `${organiser(competitionId)}/draw/secret`,
  /** POST */
  drawRound: (competitionId: string) => `${organiser(competitionId)}/draw/round`,
  /** What everybody sees of it; `code` is that of the competition. */
  publicDraw: (code: string) => `/competitions/${code}/draw`,
  /** Signed sheets that are put to the vote; a POST plans the session. */
  annulments: (competitionId: string) => `${organiser(competitionId)}/annulments`,
  /** POST */
  withdrawAnnulment: (competitionId: string, annulmentId: string) =>
    `${organiser(competitionId)}/annulments/${annulmentId}/withdrawal`,
  /** Sheets signed on paper at a session. */
  papers: (competitionId: string) => `${organiser(competitionId)}/paper-sheets`,
  paper: (competitionId: string, paperId = 'new') => `${organiser(competitionId)}/paper-sheets/${paperId}`,
  /** POST */
  confirmPaper: (competitionId: string, paperId: string) =>
    `${organiser(competitionId)}/paper-sheets/${paperId}/confirmation`,
  /** POST */
  returnPaper: (competitionId: string, paperId: string) => `${organiser(competitionId)}/paper-sheets/${paperId}/return`,
  paperScan: (competitionId: string, paperId: string) => `${organiser(competitionId)}/paper-sheets/${paperId}/scan`,
  /** What the scorer sees of it; a POST says that it is not theirs. */
  ownPaper: (competitionId: string, paperId: string) => `/scoring/${competitionId}/paper/${paperId}`,
  ownPaperScan: (competitionId: string, paperId: string) => `/scoring/${competitionId}/paper/${paperId}/scan`,
  /** Samples that everybody scores before the scoring; a POST opens the round. */
  calibration: (competitionId: string) => `${organiser(competitionId)}/calibration`,
  /** POST */
  calibrationDay: (competitionId: string) => `${organiser(competitionId)}/calibration/last-day`,
  /** POST */
  closeCalibration: (competitionId: string) => `${organiser(competitionId)}/calibration/closing`,
  /** POST */
  clarifyCriterion: (competitionId: string) => `${organiser(competitionId)}/calibration/clarifications`,
  /** For those who score. */
  calibrationRoom: (competitionId: string) => `/calibration/${competitionId}`,
  calibrationSample: (competitionId: string, sampleId: string) => `/calibration/${competitionId}/${sampleId}`,
  /** What the points mean, said more clearly, for everybody. */
  clarifications: (code: string) => `/competitions/${code}/clarifications`,
  rating: (competitionId: string) => `${organiser(competitionId)}/rating`,
  /** The plan of the defence: days, order, agenda. */
  defence: (competitionId: string) => `${organiser(competitionId)}/defence`,
  defenceDay: (competitionId: string, dayId = 'new') => `${organiser(competitionId)}/defence/days/${dayId}`,
  /** POST */
  removeDefenceDay: (competitionId: string, dayId: string) =>
    `${organiser(competitionId)}/defence/days/${dayId}/removal`,
  defenceOrder: (competitionId: string) => `${organiser(competitionId)}/defence/order`,
  /** POST */
  defencePublication: (competitionId: string) => `${organiser(competitionId)}/defence/publication`,
  defenceCancellation: (competitionId: string) => `${organiser(competitionId)}/defence/cancellation`,
  /** What those in the room see: who presents, what was asked. */
  defenceRoom: (competitionId: string) => `/defence/${competitionId}`,
  /** POST */
  defenceRecording: (competitionId: string) => `/defence/${competitionId}/recording`,
  defenceSlot: (competitionId: string, applicationId: string) => `/defence/${competitionId}/${applicationId}`,
  /** POST */
  defenceOutcome: (competitionId: string, applicationId: string) =>
    `/defence/${competitionId}/${applicationId}/outcome`,
  /** POST */
  defenceMove: (competitionId: string, applicationId: string) => `/defence/${competitionId}/${applicationId}/time`,
  /** The agenda for everybody. */
  publicDefence: (code: string) => `/competitions/${code}/defence`,
  defenceCalendar: (code: string) => `/competitions/${code}/defence.ics`,
  /** The applicant names who presents. */
  presenters: (applicationId: string) => `/applications/${applicationId}/defence`,
};
