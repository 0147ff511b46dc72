import { factKind } from '#libs/platform/facts';

export const projectOpened = factKind('monitoring.project-opened');
export const reportSubmitted = factKind('monitoring.report-submitted');
export const reportReturned = factKind('monitoring.report-returned');
export const reportAccepted = factKind('monitoring.report-accepted');
