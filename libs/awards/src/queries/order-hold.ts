import type { Context } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { Ports } from '#libs/platform/ports';
import { OrderHolds, type OrderHold } from '../ports/order-holds.port.js';

type Given = readonly string[] | 'all';

/** What upper libs have against an order that gives to these proposals; null when nothing. */
export async function orderHold(
  reader: Reader,
  ports: Ports,
  { lang }: Pick<Context, 'lang'>,
  competitionId: string,
  applicationIds: Given,
): Promise<OrderHold | null> {
  for (const port of ports.all(OrderHolds)) {
    const hold = await port.holds(reader, competitionId, applicationIds, lang);
    if (hold) return hold;
  }
  return null;
}

/** @throws Conflict with the reason */
export async function demandOrderFree(tx: Tx, ports: Ports, competitionId: string, given: Given): Promise<void> {
  const hold = await orderHold(tx, ports, tx.ctx, competitionId, given);
  if (hold) throw new Conflict('awards.order-held', { reason: hold.reason });
}
