import type { Actor } from '#libs/platform/access';

export interface Identified {
  actor: Actor;
  /** The same person with the powers that are held only to read; null for everybody who has none. */
  reader: Actor | null;
  /** Domain time, read once at the arrival of the request. */
  now: Date;
  /** Grows whenever somebody edits words. */
  wordsVersion: string;
  sessionId: string | null;
  /** Notices that the person has not opened; counted together with who it is, so that a page costs no further query. */
  unread: number;
}

/** Port: who stands behind a session cookie. Implemented by the identity lib, bound in its module. */
export abstract class Visitors {
  abstract identify(sessionToken: string | null): Promise<Identified>;
  /** Whose session this was, also when it is over; null when nobody knows. */
  abstract lastPerson(sessionToken: string | null): Promise<string | null>;
}
