import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Why no order of award is signed now. */
export interface OrderHold {
  /** In the language of the reader. */
  reason: string;
  /** Where it can be read, without the language prefix. */
  href: string;
}

/** Port: an upper lib holds an order of award back: a court has stayed it. Asked with the competition locked. */
@Port('many')
export abstract class OrderHolds {
  /** `applicationIds`: those to whom the order gives; `all` where it decides on every proposal. */
  abstract holds(
    reader: Reader,
    competitionId: string,
    applicationIds: readonly string[] | 'all',
    lang: Lang,
  ): Promise<OrderHold | null>;
}
