import type { Tx } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Port: what a letter of the kind `subscription` came from, so that one click ends it, also without an account. */
@Port('many')
export abstract class Subscriptions {
  /** Ends the subscription that this message was sent by; one that has ended already stays so. */
  abstract endByLetter(tx: Tx, messageId: string): Promise<void>;
}
