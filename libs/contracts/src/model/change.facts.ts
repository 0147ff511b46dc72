import { factKind } from '#libs/platform/facts';

export const changeAsked = factKind('contracts.change-asked');
export const changeDecided = factKind('contracts.change-decided');
export const changeWithdrawn = factKind('contracts.change-withdrawn');
export const contractSuspended = factKind('contracts.suspended');
export const contractResumed = factKind('contracts.resumed');
export const contractEndedEarly = factKind('contracts.ended-early');
