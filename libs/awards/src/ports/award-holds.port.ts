import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/**
 * Port: why an award can no longer be refused, because an upper lib has built on it (a signed contract is ended, not
 * refused). Returns the code of the reason, or null.
 */
@Port('many')
export abstract class AwardHolds {
  abstract heldBy(reader: Reader, awardId: string): Promise<string | null>;
}
