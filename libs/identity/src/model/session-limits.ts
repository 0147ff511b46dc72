/** Sessions, tokens and limits live by real time: the demo clock moves none of them. */
export const SESSION_MAX_HOURS = 12;
/** Long enough for a person who writes one page of a proposal without saving it. */
export const SESSION_IDLE_HOURS = 4;
/** `seen_at` is written at most this often: a page view is no write. */
export const SEEN_STEP_MINUTES = 10;
export const DEVICE_LENGTH_MAX = 200;

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The notice is read at leisure; then one signs in anew. */
export const CONSENT_WAIT_MINUTES = 60;
