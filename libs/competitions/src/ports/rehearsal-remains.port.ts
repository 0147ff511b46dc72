import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/**
 * Port: what an upper lib keeps about a rehearsal is erased with it, in one transaction, with the competition locked.
 * Called for rehearsals only.
 */
@Port('many')
export abstract class RehearsalRemains {
  /** What stands higher in the house goes first, because it refers to what stands below. */
  abstract readonly floor: number;
  /** Returns the ids of what went: whatever lower libs keep about these goes too. */
  abstract erase(tx: Tx, competitionId: string): Promise<string[]>;
}
