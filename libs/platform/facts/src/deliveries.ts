import { newId } from '#libs/platform/new-id';
import type { Tx } from '#libs/platform/database';

/** After so many failures a delivery is dead: it stays in the table and waits for a person. */
export const DELIVERY_TRIES_MAX = 12;

export interface NewDelivery {
  task: string;
  subjectId: string;
  factId: string | null;
}

/** One piece of work that is owed, as its handler sees it. */
export interface Delivery extends NewDelivery {
  id: string;
  attempts: number;
}

/** Writes what is owed, in the transaction that owes it. */
export async function writeDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.change(
    `insert into facts.delivery (id, task, subject_id, fact_id)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[])`,
    [
      deliveries.map(() => newId()),
      deliveries.map((delivery) => delivery.task),
      deliveries.map((delivery) => delivery.subjectId),
      deliveries.map((delivery) => delivery.factId),
    ],
  );
}
