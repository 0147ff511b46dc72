import { Injectable } from '@nestjs/common';
import { removeDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { filesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, versionOf } from './edit-part.js';
import { applicationById } from './lock-application.js';

/** Takes a file out of the form. A file that was submitted once stays: that submission names it (rule 19). */
@Injectable()
export class RemoveFile {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, attachmentId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'files', versionOf(await applicationById(tx, id), 'files'));
      const file = (await filesOf(tx, id)).find((one) => one.id === attachmentId);
      if (!file) throw new NotFound();
      await tx.change('delete from applications.attachment where id = $1', [attachmentId]);
      if (!(await wasSubmitted(tx, id, file.documentId))) await removeDocument(tx, file.documentId);
      await endEdit(tx, application, 'files');
    });
  }
}

async function wasSubmitted(tx: Tx, id: string, documentId: string): Promise<boolean> {
  const found = await tx.one(
    'select from applications.submission where application_id = $1 and content @> $2 limit 1',
    [id, JSON.stringify({ files: [{ documentId }] })],
  );
  return found !== undefined;
}
