import { Injectable } from '@nestjs/common';
import { renderPdf, StoreDocument } from '#libs/documents';
import type { Tx } from '#libs/platform/database';
import { approvedPaper, nameOfConclusion } from '../queries/conclusion-file.js';

/** The file of an approved conclusion, once. */
@Injectable()
export class MakeConclusionPaper {
  constructor(private readonly documents: StoreDocument) {}

  async within(tx: Tx, projectId: string): Promise<void> {
    const approved = await approvedPaper(tx, projectId);
    if (!approved || approved.documentId) return;
    const document = await this.documents.within(tx, {
      ...{ ownerKind: 'conclusion', ownerId: projectId, isOurs: true },
      ...{ name: `${nameOfConclusion(approved.number)}.pdf`, content: await renderPdf(approved.paper) },
    });
    await tx.change('update monitoring.conclusion set document_id = $2 where project_id = $1', [
      ...[projectId, document.id],
    ]);
  }
}
