import { Injectable } from '@nestjs/common';
import { renderPdf, StoreDocument } from '#libs/documents';
import type { Tx } from '#libs/platform/database';
import { signedPaper } from '../queries/signed-paper.js';

/** The file of a signed contract, once: the words were kept at the signature, and the same words give the same bytes. */
@Injectable()
export class MakePaper {
  constructor(private readonly documents: StoreDocument) {}

  async within(tx: Tx, contractId: string): Promise<void> {
    const signed = await signedPaper(tx, contractId);
    if (!signed || signed.documentId) return;
    const document = await this.documents.within(tx, {
      ...{ ownerKind: 'contract', ownerId: contractId, isOurs: true },
      name: `Договір № ${signed.number.replaceAll('/', '-')}.pdf`,
      content: await renderPdf(signed.paper),
    });
    await tx.change('update contracts.contract set document_id = $2 where id = $1', [contractId, document.id]);
  }
}
