import { factKind } from '#libs/platform/facts';

export const applicationStarted = factKind('applications.started', { chained: false });
export const applicationEdited = factKind('applications.edited', { chained: false });
export const applicationSubmitted = factKind('applications.submitted');
export const applicationWithdrawn = factKind('applications.withdrawn');
export const applicationAdmitted = factKind('applications.admitted');
export const applicationRefused = factKind('applications.refused');
/** What the officer found and will propose; the commission decides. */
export const admissionPrepared = factKind('applications.admission-prepared');
export const admissionPreparedTogether = factKind('applications.admission-prepared-together');
/** Two cards of one organisation became one. */
export const applicationMoved = factKind('applications.moved');
