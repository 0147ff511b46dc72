import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Port: what an upper lib has against the end of a contract: a final report that is not accepted, say. */
@Port('many')
export abstract class ContractObstacles {
  /** The code of the reason, or null. */
  abstract toComplete(reader: Reader, contractId: string): Promise<string | null>;
}
