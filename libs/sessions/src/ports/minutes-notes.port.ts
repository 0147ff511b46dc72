import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { SessionRow } from '../model/session.js';

/** A paragraph of the minutes, in Ukrainian. */
export interface MinutesNote {
  lead: string;
  text: string;
}

/**
 * Port: what an upper lib has to say in the minutes of a session besides its decisions.
 * Asked before each signature. @throws Conflict when the minutes may not be signed yet
 */
@Port('many')
export abstract class MinutesNotes {
  abstract of(tx: Tx, session: SessionRow): Promise<MinutesNote[]>;
}
