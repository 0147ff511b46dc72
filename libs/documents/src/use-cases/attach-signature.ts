import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import type { FileKind } from '../model/file-kinds.js';
import { SIGNATURES_MAX, type SignatureForm } from '../model/paper.js';
import { signatureAttached } from '../model/paper.facts.js';
import { FindPaper } from '../queries/find-paper.js';
import { StoreDocument } from './store-document.js';

/** A КЕП is a detached CAdES file; a pen on paper is shown by a scan. */
export const KINDS_OF_FORM: Record<SignatureForm, readonly FileKind[]> = {
  kep: ['p7s'],
  paper: ['pdf', 'jpeg', 'png'],
};

export interface NewSignature {
  form: SignatureForm;
  name: string;
  content: Buffer;
}

/** Puts a signature from outside beside a binding paper; an attached КЕП counts as not verified (rule 79). */
@Injectable()
export class AttachSignature {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly find: FindPaper,
    private readonly store: StoreDocument,
  ) {}

  execute(ctx: Context, owner: { ownerKind: string; ownerId: string }, signature: NewSignature): Promise<void> {
    return this.uow.run(ctx, (tx) => this.within(ctx, tx, owner, signature));
  }

  async within(
    ctx: Context,
    tx: Tx,
    owner: { ownerKind: string; ownerId: string },
    { form, name, content }: NewSignature,
  ): Promise<void> {
    const paper = await this.find.execute(ctx, tx, owner, 'change');
    const { ownerKind, ownerId } = paper;
    await demandRoom(tx, ownerKind, ownerId);
    const document = await this.store.within(tx, { ownerKind, ownerId, name, content, kinds: KINDS_OF_FORM[form] });
    await tx.change(
      `insert into documents.paper_signature (id, owner_kind, owner_id, form, document_id, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), ownerKind, ownerId, form, document.id, tx.actor.personId, tx.now],
    );
    tx.record(signatureAttached, {
      subjectId: ownerId,
      scopeId: paper.scopeId,
      particulars: { ownerKind, form, documentId: document.id, sha256: document.sha256, isVerified: false },
    });
  }
}

async function demandRoom(tx: Tx, ownerKind: string, ownerId: string): Promise<void> {
  const row = await tx.one<{ count: number }>(
    'select count(*)::int as count from documents.paper_signature where owner_kind = $1 and owner_id = $2',
    [ownerKind, ownerId],
  );
  if (row!.count >= SIGNATURES_MAX)
    throw invalidField('file', 'documents.too-many-signatures', { max: SIGNATURES_MAX });
}
