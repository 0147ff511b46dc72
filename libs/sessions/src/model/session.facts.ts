import { factKind } from '#libs/platform/facts';

export const sessionPlanned = factKind('sessions.planned');
export const sessionOpened = factKind('sessions.opened');
export const sessionCancelled = factKind('sessions.cancelled');
export const attendanceNoted = factKind('sessions.attendance-noted');
export const ballotsCast = factKind('sessions.ballots-cast');
export const sessionClosed = factKind('sessions.closed');
export const minutesSigned = factKind('sessions.minutes-signed');
