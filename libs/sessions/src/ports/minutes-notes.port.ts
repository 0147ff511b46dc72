import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { MinutesNote } from '../model/minutes.js';
import type { SessionRow } from '../model/session.js';

/**
 * Port: what an upper lib has to say in the minutes of a session besides its decisions.
 * Asked before each signature. @throws Conflict when the minutes may not be signed yet
 */
@Port('many')
export abstract class MinutesNotes {
  abstract of(tx: Tx, session: SessionRow): Promise<MinutesNote[]>;
}
