import type { Signer } from '#libs/identity';
import { kyivDay } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';

export interface NewOrder {
  id: string;
  number: string;
  signer: Signer;
  documentId: string;
  /** On the results, or beside it: on the next in the rating. */
  kind: 'results' | 'additional';
}

export async function insertOrder(tx: Tx, competitionId: string, order: NewOrder): Promise<void> {
  await tx.change(
    `insert into awards.award_order
       (id, competition_id, number, signed_on, signed_at, signed_by, signer_name, signer_position, document_id, kind)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      order.id,
      competitionId,
      order.number,
      kyivDay(tx.now),
      tx.now,
      tx.actor.personId,
      order.signer.name,
      order.signer.position,
      order.documentId,
      order.kind,
    ],
  );
}
