import type { Actor } from '#libs/platform/access';

export interface Identified {
  actor: Actor;
  /** Domain time, read once at the arrival of the request. */
  now: Date;
  /** Grows whenever somebody edits words. */
  wordsVersion: string;
  sessionId: string | null;
}

/** Port: who stands behind a session cookie. Implemented by the identity lib, bound in its module. */
export abstract class Visitors {
  abstract identify(sessionToken: string | null): Promise<Identified>;
  /** Whose session this was, also when it is over; null when nobody knows. */
  abstract lastPerson(sessionToken: string | null): Promise<string | null>;
}
