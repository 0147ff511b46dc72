import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** A change of the rating after the order, adopted by signed minutes: what it does to the money. */
export interface AdoptedChange {
  sourceId: string;
  /** What it came of, as the order names it: «скарга № 1/2020». Always in Ukrainian. */
  source: string;
  minutes: { number: number; signedAt: Date };
  /** Those whose money it changes. */
  rows: { applicationId: string; place: number | null; amountKop: number }[];
}

/** Port: an upper lib changes the rating after the order: a complaint that was satisfied. */
@Port('many')
export abstract class RatingChanges {
  /** In the order in which the minutes were signed. */
  abstract adopted(reader: Reader, competitionId: string): Promise<AdoptedChange[]>;
}
