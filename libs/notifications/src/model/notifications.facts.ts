import { factKind } from '#libs/platform/facts';

/* Of notices that start a clock: evidence of whether and when an organisation was told. Scope: the authority. */
export const letterRefused = factKind('notifications.letter-refused');
export const letterReturned = factKind('notifications.letter-returned');
export const noticeOpened = factKind('notifications.notice-opened');
export const callMade = factKind('notifications.call-made');

export const preferenceChanged = factKind('notifications.preference-changed', { chained: false });
