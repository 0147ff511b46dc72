import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { Ports } from '#libs/platform/ports';
import { PaymentHolds } from '../ports/payment-holds.port.js';

/** rule 60: money stays until a report comes, when an upper lib says so. @throws Conflict with the reason */
export async function demandNoHold(tx: Tx, ports: Ports, instalmentId: string | null): Promise<void> {
  if (!instalmentId) return;
  for (const port of ports.all(PaymentHolds)) {
    const [hold] = await port.holds(tx, [instalmentId], tx.ctx.lang);
    if (hold) throw new Conflict('contracts.held', { reason: hold.reason });
  }
}
