import { factKind } from '#libs/platform/facts';

export const applicationStarted = factKind('applications.started', { chained: false });
export const applicationEdited = factKind('applications.edited', { chained: false });
/** Who of the organisation may view, edit and submit. */
export const rightsGiven = factKind('applications.rights-given', { chained: false });
export const applicationSubmitted = factKind('applications.submitted');
export const applicationWithdrawn = factKind('applications.withdrawn');
export const applicationAdmitted = factKind('applications.admitted');
export const applicationRefused = factKind('applications.refused');
/** What the officer found and will propose; the commission decides. */
export const admissionPrepared = factKind('applications.admission-prepared');
export const admissionPreparedTogether = factKind('applications.admission-prepared-together');
/** Where the authority admits: what the director will sign, signed, or given back. */
export const admissionOrderPrepared = factKind('applications.admission-order-prepared');
export const admissionOrderSigned = factKind('applications.admission-order-signed');
export const admissionOrderReturned = factKind('applications.admission-order-returned');
/** Two cards of one organisation became one. */
export const applicationMoved = factKind('applications.moved');

export const envelopeRegistered = factKind('applications.envelope-registered');
export const envelopeSetAside = factKind('applications.envelope-set-aside');
export const typingBegun = factKind('applications.typing-begun');
export const typingHandedOver = factKind('applications.typing-handed-over');
export const typingGivenBack = factKind('applications.typing-given-back');
/** The second person has compared what was typed with the paper: from here on a proposal like any other. */
export const paperAccepted = factKind('applications.paper-accepted');

/** rule 38: given back for mending; sent mended; the term ran out; the one re-check. */
export const proposalGivenBack = factKind('applications.given-back');
export const proposalMended = factKind('applications.mended');
export const mendingExpired = factKind('applications.mending-expired');
export const mendingChecked = factKind('applications.mending-checked');

/** Minutes of the opening: who was present, what had come. */
export const openingActMade = factKind('applications.opening-act-made');

/** rule 39: the commission orders a check of truthfulness; what was found out. */
export const truthCheckOrdered = factKind('applications.truth-check-ordered');
export const truthCheckAnswered = factKind('applications.truth-check-answered');

/** An applicant shows a draft for an hour; somebody at the authority has looked. */
export const draftShown = factKind('applications.draft-shown', { chained: false });
export const draftLookedAt = factKind('applications.draft-looked-at', { chained: false });
