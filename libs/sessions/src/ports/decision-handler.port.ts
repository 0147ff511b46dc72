import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { ItemResult, ItemRow, SessionRow } from '../model/session.js';

/**
 * Port: what a decision changes. Called once per item of its kind, in the transaction of the second signature,
 * so that a decision takes effect only with signed minutes (rule 52).
 */
@Port('many')
export abstract class DecisionHandler {
  abstract readonly kind: string;
  abstract apply(tx: Tx, decision: { session: SessionRow; item: ItemRow; result: ItemResult }): Promise<void>;
}
