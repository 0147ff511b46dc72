import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Why no money goes now by a contract. */
export interface PaymentHold {
  contractId: string;
  /** In the language of the reader. */
  reason: string;
  /** Where it can be lifted, without the language prefix. */
  href: string;
}

/** Port: an upper lib holds payments back: a report is overdue, a finding is open. Asked at the order and at the payment itself. */
@Port('many')
export abstract class PaymentHolds {
  abstract holds(reader: Reader, contractIds: readonly string[], lang: Lang): Promise<PaymentHold[]>;
}
