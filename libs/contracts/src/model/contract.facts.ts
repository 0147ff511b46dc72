import { factKind } from '#libs/platform/facts';

export const contractDrafted = factKind('contracts.drafted');
export const detailsGiven = factKind('contracts.details-given');
export const contractOffered = factKind('contracts.offered');
export const contractReturned = factKind('contracts.returned');
export const contractAgreed = factKind('contracts.agreed');
export const contractSigned = factKind('contracts.signed');
export const contractPutInForce = factKind('contracts.put-in-force');
export const contractCompleted = factKind('contracts.completed');
export const contractDropped = factKind('contracts.dropped');
export const templateApproved = factKind('contracts.template-approved');
