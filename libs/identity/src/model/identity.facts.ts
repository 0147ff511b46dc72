import { factKind } from '#libs/platform/facts';

export const roleGranted = factKind('identity.role-granted');
export const roleEnded = factKind('identity.role-ended');
export const organiserCreated = factKind('identity.organiser-created');
export const organisationRegistered = factKind('identity.organisation-registered');

// Of interest to security, evidence of nothing: unchained.
export const signedIn = factKind('identity.signed-in', { chained: false });
export const signedOut = factKind('identity.signed-out', { chained: false });
export const passwordSet = factKind('identity.password-set', { chained: false });
export const personInvited = factKind('identity.person-invited', { chained: false });
export const personSignedUp = factKind('identity.person-signed-up', { chained: false });
