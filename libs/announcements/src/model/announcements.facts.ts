import { factKind } from '#libs/platform/facts';

// In the chain of the competition.
export const inquiryAsked = factKind('announcements.inquiry-asked');
export const inquiryAnswered = factKind('announcements.inquiry-answered');
export const inquiryRefused = factKind('announcements.inquiry-refused');

// Who follows what is nobody's business: no evidence, and no address in it.
export const subscribed = factKind('announcements.subscribed', { chained: false });
export const subscriptionEnded = factKind('announcements.subscription-ended', { chained: false });
