import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { ItemResult, ItemRow, SessionRow } from '../model/session.js';

export interface Decision {
  item: ItemRow;
  result: ItemResult;
}

/**
 * Port: what decisions change. Called once per session with every item of its kind, in the transaction of the second
 * signature, so that a decision takes effect only with signed minutes (rule 52).
 */
@Port('many')
export abstract class DecisionHandler {
  abstract readonly kind: string;
  abstract apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void>;
}
