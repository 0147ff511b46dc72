import { factKind } from '#libs/platform/facts';

export const membershipEnded = factKind('evaluation.membership-ended');
export const conflictsDeclared = factKind('evaluation.conflicts-declared');
export const queuesFilled = factKind('evaluation.queues-filled');
/** Signs of a conflict in data (rule 35), a question that a person raised, and the answer. */
export const conflictsFound = factKind('evaluation.conflicts-found');
export const conflictQuestioned = factKind('evaluation.conflict-questioned');
export const conflictDecided = factKind('evaluation.conflict-decided');
/** An expert answered an invitation; an expert left, and who of the reserve was called. */
export const expertAnswered = factKind('evaluation.expert-answered');
export const expertReplaced = factKind('evaluation.expert-replaced');
export const distributionAsked = factKind('evaluation.distribution-asked', { chained: false });
export const distributionCancelled = factKind('evaluation.distribution-cancelled', { chained: false });
/** With the digests of what was solved and of what came out. */
export const distributionComputed = factKind('evaluation.distribution-computed');
export const distributionChanged = factKind('evaluation.distribution-changed');
export const distributionApproved = factKind('evaluation.distribution-approved');
export const assignmentEnded = factKind('evaluation.assignment-ended');
/** Work on a sheet is noise until it is signed; it is kept all the same (rule 80). */
export const sheetSaved = factKind('evaluation.sheet-saved', { chained: false });
/** The points stand apart; the chain holds their salted hash, so that a signed sheet cannot be changed unseen. */
export const sheetSigned = factKind('evaluation.sheet-signed');
/** As a signature: the points stand apart, the chain holds their salted hash. */
export const sheetRevised = factKind('evaluation.sheet-revised');
export const secondScoreClosed = factKind('evaluation.second-score-closed');
/** Which proposals met the published condition when all sheets were signed, and which one each of them. */
export const secondLookOpened = factKind('evaluation.second-look-opened');
/** A draw of lots: the list it is about, a commitment, an opened secret, a round that somebody did not finish. */
export const drawOpened = factKind('evaluation.draw-opened');
export const drawCommitted = factKind('evaluation.draw-committed');
export const drawSecretsAsked = factKind('evaluation.draw-secrets-asked');
export const drawSecretOpened = factKind('evaluation.draw-secret-opened');
export const drawVoided = factKind('evaluation.draw-voided');
export const ratingComputed = factKind('evaluation.rating-computed');
export const scorersReminded = factKind('evaluation.scorers-reminded', { chained: false });

/** The defence: work on its plan is noise; the choice of the order, the agenda and its changes, and how each one went are not. */
export const defencePlanned = factKind('evaluation.defence-planned', { chained: false });
/** With the SHA-256 of the seed, where a lot decides. */
export const defenceOrderChosen = factKind('evaluation.defence-order-chosen');
export const defencePublished = factKind('evaluation.defence-published');
export const defenceChanged = factKind('evaluation.defence-changed');
export const defenceCancelled = factKind('evaluation.defence-cancelled');
export const defenceNoted = factKind('evaluation.defence-noted');
export const defenceRecordingNamed = factKind('evaluation.defence-recording-named', { chained: false });
/** Who presents is personal data: the fact says only how many. */
export const presentersNamed = factKind('evaluation.presenters-named', { chained: false });

/** The calibration round: samples that everybody scores before; who gave what stays out of the chain. */
export const calibrationOpened = factKind('evaluation.calibration-opened');
export const calibrationDayMoved = factKind('evaluation.calibration-day-moved', { chained: false });
export const calibrationClosed = factKind('evaluation.calibration-closed');
export const calibrationGiven = factKind('evaluation.calibration-given', { chained: false });
/** What the points of a criterion mean, said more clearly beside the announced text; the words are public. */
export const criterionClarified = factKind('evaluation.criterion-clarified');

/** A sheet on paper: what was entered, given back, or called not theirs; confirmed it is `evaluation.sheet-signed`. */
export const paperEntered = factKind('evaluation.paper-entered');
export const paperReturned = factKind('evaluation.paper-returned');
export const paperDisputed = factKind('evaluation.paper-disputed');

/** A signed sheet is put to the vote; signed minutes annulled it; its session was called off. */
export const annulmentPlanned = factKind('evaluation.annulment-planned');
export const sheetAnnulled = factKind('evaluation.sheet-annulled');
export const annulmentWithdrawn = factKind('evaluation.annulment-withdrawn');
