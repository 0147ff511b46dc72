import { Injectable } from '@nestjs/common';
import { renderPdf, StoreDocument } from '#libs/documents';
import type { Signer } from '#libs/identity';
import { kyivDay } from '#libs/platform/clock';
import { newId, type Tx } from '#libs/platform/database';

export interface NewOrder {
  number: string;
  signer: Signer;
  /** On the results, or beside it: on the next in the rating. */
  kind: 'results' | 'additional';
  paper: Parameters<typeof renderPdf>[0];
}

/** The signed order with its paper. */
@Injectable()
export class KeepOrder {
  constructor(private readonly documents: StoreDocument) {}

  async within(tx: Tx, competitionId: string, { number, signer, kind, paper }: NewOrder) {
    const id = newId();
    const { id: documentId } = await this.documents.within(tx, {
      ...{ ownerKind: 'award-order', ownerId: id, isOurs: true },
      name: `Наказ № ${number.replaceAll('/', '-')}.pdf`,
      content: await renderPdf(paper),
    });
    await tx.change(
      `insert into awards.award_order
         (id, competition_id, number, signed_on, signed_at, signed_by, signer_name, signer_position, document_id, kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, competitionId, number, kyivDay(tx.now), tx.now, tx.actor.personId],
        ...[signer.name, signer.position, documentId, kind],
      ],
    );
    return { id, documentId };
  }
}
