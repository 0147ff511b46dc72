import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { FILES_MAX, FILE_MAX_MB, type FilePurpose } from '../model/limits.js';
import { filesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, versionOf } from './edit-part.js';
import { applicationById } from './lock-application.js';

export interface NewAttachment {
  purpose: FilePurpose;
  name: string;
  content: Buffer;
}

/** Adds a file to the proposal. Files add up, so two people may attach at once: no stale form here. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
  ) {}

  /** @throws FileRefused at the field `file` */
  execute(ctx: Context, id: string, { purpose, name, content }: NewAttachment): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'files', versionOf(await applicationById(tx, id), 'files'));
      if ((await filesOf(tx, id)).length >= FILES_MAX)
        throw invalidField('file', 'applications.too-many-files', { max: FILES_MAX });
      const document = await this.documents.within(tx, {
        ...{ ownerKind: 'application', ownerId: id, name, content },
        maxBytes: FILE_MAX_MB * 1024 * 1024,
      });
      await tx.change(
        'insert into applications.attachment (id, application_id, document_id, kind) values ($1, $2, $3, $4)',
        [newId(), id, document.id, purpose],
      );
      await endEdit(tx, application, 'files');
    });
  }
}
