import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Why no money goes now for an instalment. */
export interface PaymentHold {
  instalmentId: string;
  /** In the language of the reader. */
  reason: string;
  /** Where it can be lifted, without the language prefix. */
  href: string;
}

/** Port: an upper lib holds payments back: a report is overdue, a finding is open. Asked at the order and at the payment itself. */
@Port('many')
export abstract class PaymentHolds {
  abstract holds(reader: Reader, instalmentIds: readonly string[], lang: Lang): Promise<PaymentHold[]>;
}
