import { factKind } from '#libs/platform/facts';

// In the chain of the competition.
export const inquiryAsked = factKind('announcements.inquiry-asked');
export const inquiryAnswered = factKind('announcements.inquiry-answered');
export const inquiryRefused = factKind('announcements.inquiry-refused');
