import { factKind } from '#libs/platform/facts';

export const roleGranted = factKind('identity.role-granted');
export const substituteAppointed = factKind('identity.substitute-appointed');
export const roleEnded = factKind('identity.role-ended');
export const organiserCreated = factKind('identity.organiser-created');
// In the chain of the person.
export const personChanged = factKind('identity.person-changed');
export const personDisabled = factKind('identity.person-disabled');
export const personEnabled = factKind('identity.person-enabled');
// A reset is the work of two people: both steps are evidence, in the chain of the person.
export const secondFactorResetAsked = factKind('identity.second-factor-reset-asked');
export const secondFactorResetRefused = factKind('identity.second-factor-reset-refused');
export const secondFactorReset = factKind('identity.second-factor-reset');
// Consent is evidence too, in the list of facts; the row of identity.consent names the version and the time.
export const consentGiven = factKind('identity.consent-given', { chained: false });
export const organisationChanged = factKind('identity.organisation-changed');
export const organisationRegistered = factKind('identity.organisation-registered');
/** An officer entered its card from paper; nobody acts for it yet. */
export const organisationEntered = factKind('identity.organisation-entered');

// The right to act for an organisation: in the chain of the organisation, or of the system while nobody registered it.
export const rightClaimed = factKind('identity.right-claimed');
export const extractAdded = factKind('identity.extract-added');
export const claimAnswered = factKind('identity.claim-answered');
export const rightVerified = factKind('identity.right-verified');
export const rightRefused = factKind('identity.right-refused');
export const rightEnded = factKind('identity.right-ended');
export const organisationLiquidated = factKind('identity.organisation-liquidated');
// In the chains of both.
export const organisationsMerged = factKind('identity.organisations-merged');
export const peopleMergeAsked = factKind('identity.people-merge-asked');
export const peopleMergeRefused = factKind('identity.people-merge-refused');
export const peopleMerged = factKind('identity.people-merged');
// An address is changed by two people, or by its owner, in the chain of the person.
export const emailChangeAsked = factKind('identity.email-change-asked');
export const emailChangeRefused = factKind('identity.email-change-refused');
export const emailChanged = factKind('identity.email-changed');

// Of interest to security, evidence of nothing: unchained.
export const signedIn = factKind('identity.signed-in', { chained: false });
export const signedOut = factKind('identity.signed-out', { chained: false });
export const passwordSet = factKind('identity.password-set', { chained: false });
export const personInvited = factKind('identity.person-invited', { chained: false });
export const personSignedUp = factKind('identity.person-signed-up', { chained: false });
export const secondFactorOn = factKind('identity.second-factor-on', { chained: false });
export const secondFactorOff = factKind('identity.second-factor-off', { chained: false });
export const recoveryCodesMade = factKind('identity.recovery-codes-made', { chained: false });
export const recoveryCodeUsed = factKind('identity.recovery-code-used', { chained: false });
