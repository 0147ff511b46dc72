import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** What an upper lib keeps for a person beside powers: handed over when two accounts become one, after the powers. */
@Port('many')
export abstract class PersonWork {
  /** Where both accounts have the same thing, that of the one that stays holds. */
  abstract handOver(tx: Tx, fromId: string, intoId: string): Promise<void>;
}
