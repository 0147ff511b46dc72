import { Injectable } from '@nestjs/common';
import { competitionSettings, questionOf, type Question } from '#libs/competitions';
import { StoreDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import { FILES_MAX, FILE_MAX_MB } from '../model/limits.js';
import { filesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, versionOf } from './edit-part.js';
import { applicationById } from './lock-application.js';

export interface NewAttachment {
  /** Key of the question that asks for it. */
  purpose: string;
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

  /** @throws FileRefused at the field of the question */
  execute(ctx: Context, id: string, { purpose, name, content }: NewAttachment): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const application = await beginEdit(tx, id, 'files', versionOf(await applicationById(tx, id), 'files'));
      const question = await askedFile(tx, application.competitionId, purpose);
      const field = `file-${purpose}`;
      if ((await filesOf(tx, id)).length >= FILES_MAX)
        throw invalidField(field, 'applications.too-many-files', { max: FILES_MAX });
      const document = await this.documents.within(tx, {
        ...{ ownerKind: 'application', ownerId: id, name, content },
        ...{ field, kinds: question.formats, maxBytes: (question.maxMb ?? FILE_MAX_MB) * 1024 * 1024 },
      });
      await tx.change(
        'insert into applications.attachment (id, application_id, document_id, kind) values ($1, $2, $3, $4)',
        [newId(), id, document.id, purpose],
      );
      await endEdit(tx, application, 'files');
    });
  }
}

async function askedFile(tx: Tx, competitionId: string, key: string): Promise<Question> {
  const question = questionOf((await competitionSettings(tx, competitionId)).form, key);
  if (question?.kind !== 'file') throw new NotFound();
  return question;
}
