import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { CompetitionAction } from '../model/competition.lifecycle.js';

/**
 * Port: what an upper lib sees in the way of a step of a competition. Called in the transaction that does the step,
 * with the competition locked, and for the officer's overview. Returns reason codes (`<lib>.<name>`), empty = none.
 */
@Port('many')
export abstract class CompetitionObstacles {
  abstract obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]>;
}
