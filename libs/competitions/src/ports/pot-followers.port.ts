import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { CompetitionRow } from '../model/competition.js';

/** Port: what an upper lib made of the old pot follows the new one, in the transaction of the act that changes it. */
@Port('many')
export abstract class PotFollowers {
  /** `competition` has the new pot already. */
  abstract follow(tx: Tx, competition: CompetitionRow): Promise<void>;
}
