import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { ActKind } from '../model/act.js';
import type { CompetitionAction } from '../model/competition.lifecycle.js';

/**
 * Port: what an upper lib sees in the way of a step of a competition. Called in the transaction that does the step,
 * with the competition locked, and for the officer's overview; acts that stop or change a competition ask too. Returns reason codes (`<lib>.<name>`), empty = none.
 */
@Port('many')
export abstract class CompetitionObstacles {
  abstract obstacles(reader: Reader, competitionId: string, action: CompetitionAction | ActKind): Promise<string[]>;
}
