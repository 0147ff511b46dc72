import type { Outcome } from './complaint.js';
import type { Correction, EffectRow } from './effect.js';

/** An answer as it stands: prepared by one person, signed by the director; then carried to the commission. */
export interface Answer {
  outcome: Outcome;
  words: string;
  correction: Correction | null;
  /** Frozen at the signature. */
  effect: EffectRow[] | null;
  preparedBy: string;
  preparedByName: string;
  preparedAt: Date;
  /** Why the director returned it. */
  remarks: string | null;
  number: string | null;
  signedByName: string | null;
  signedAt: Date | null;
  sessionId: string | null;
  sessionNumber: number | null;
  sessionState: string | null;
  carriedAt: Date | null;
  isAdopted: boolean | null;
}

/** The kind of the session, and of its one item, that takes up a satisfied complaint. */
export const COMPLAINT = 'complaint';

/** A signed answer that changes the rating waits for new minutes (rule 52). */
export const waitsForMinutes = ({ signedAt, correction, carriedAt }: Answer): boolean =>
  signedAt !== null && correction !== null && carriedAt === null;
