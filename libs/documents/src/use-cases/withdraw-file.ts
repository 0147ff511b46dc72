import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { constraintMeans, UnitOfWork, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Fate, Paper } from '../model/paper.js';
import { fileWithdrawn } from '../model/paper.facts.js';
import { FindPaper } from '../queries/find-paper.js';
import { StoreDocument } from './store-document.js';

constraintMeans('pk_withdrawal', '', 'documents.withdrawn-already');

export interface Withdrawal {
  reason: string;
  fate: Fate;
  /** A copy without what had to go; stands at the same address. */
  replacement: { name: string; content: Buffer } | null;
}

/**
 * A file with personal data disappears from publication at once: its address says why, or shows the redacted copy.
 * The fact keeps the hash of what was there; the bytes are erased after the commit, or sealed for a court.
 */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly find: FindPaper,
    private readonly store: StoreDocument,
  ) {}

  execute(
    ctx: Context,
    owner: { ownerKind: string; ownerId: string },
    documentId: string,
    { reason, fate, replacement }: Withdrawal,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const paper = await this.find.execute(ctx, tx, owner, 'change');
      const { sha256 } = await ownFile(tx, paper, documentId);
      const copy = replacement && (await this.keepCopy(tx, paper, replacement));
      await tx.change(
        `insert into documents.withdrawal (document_id, reason, fate, replacement_id, withdrawn_by, withdrawn_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [documentId, reason, fate, copy?.id ?? null, tx.actor.personId, tx.now],
      );
      if (fate === 'erased') tx.deliver('documents.erase-file', documentId);
      tx.record(fileWithdrawn, {
        subjectId: paper.ownerId,
        scopeId: paper.scopeId,
        particulars: { documentId, sha256, reason, fate, replacementSha256: copy?.sha256 ?? null },
      });
    });
  }

  private keepCopy(tx: Tx, { ownerKind, ownerId }: Paper, file: NonNullable<Withdrawal['replacement']>) {
    const kinds = ['pdf', 'jpeg', 'png'] as const;
    return this.store.within(tx, { ownerKind, ownerId, ...file, kinds, field: 'replacement' });
  }
}

async function ownFile(tx: Tx, { ownerKind, ownerId }: Paper, documentId: string): Promise<{ sha256: string }> {
  const file = await tx.one<{ sha256: string }>(
    'select sha256 from documents.document where id = $1 and owner_kind = $2 and owner_id = $3',
    [documentId, ownerKind, ownerId],
  );
  if (!file) throw new NotFound();
  return file;
}
