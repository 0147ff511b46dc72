import { Injectable } from '@nestjs/common';
import { competitionSettings, questionOf, type Question } from '#libs/competitions';
import { StoreDocument, demandName } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import type { ApplicationRow } from '../model/application.js';
import { FILES_MAX, FILES_TOTAL_MAX_MB, FILE_MAX_MB } from '../model/limits.js';
import { filesOf } from '../queries/draft-proposal.js';
import { beginEdit, endEdit, versionOf } from './edit-part.js';
import { applicationById } from './lock-application.js';

export interface NewAttachment {
  /** Key of the question that asks for it. */
  purpose: string;
  name: string;
  content: Buffer | AsyncIterable<Buffer>;
}

const MB = 1024 * 1024;

/** Adds a file to the proposal. Files add up, so two people may attach at once: no stale form here. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
  ) {}

  /** `also` belongs to the same transaction. @throws FileRefused at the field of the question */
  execute(
    ctx: Context,
    id: string,
    { purpose, name, content }: NewAttachment,
    also?: (tx: Tx, documentId: string) => Promise<void>,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { application, question, field } = await openQuestion(tx, id, purpose);
      const document = await this.documents.within(tx, {
        ...{ ownerKind: 'application', ownerId: id, name, content },
        ...{ field, kinds: question.formats, maxBytes: maxBytesOf(question) },
      });
      await demandRoom(tx, id, document.size, field);
      await tx.change(
        'insert into applications.attachment (id, application_id, document_id, kind) values ($1, $2, $3, $4)',
        [newId(), id, document.id, purpose],
      );
      await also?.(tx, document.id);
      await endEdit(tx, application, 'files');
    });
  }

  /** What would be refused anyway is refused before it is sent. @throws as `execute` */
  demand(ctx: Context, id: string, { purpose, name, size }: { purpose: string; name: string; size: number }) {
    return this.uow.run(ctx, async (tx) => {
      const { question, field } = await openQuestion(tx, id, purpose);
      demandName(name, { kinds: question.formats, field });
      if (size > maxBytesOf(question))
        throw invalidField(field, 'platform.file-too-large', { maxMb: maxBytesOf(question) / MB });
      await demandRoom(tx, id, size, field);
    });
  }
}

const maxBytesOf = ({ maxMb }: Question): number => (maxMb ?? FILE_MAX_MB) * MB;

interface OpenQuestion {
  application: ApplicationRow;
  question: Question;
  field: string;
}

/** @throws NotFound, TransitionRefused outside the reception */
async function openQuestion(tx: Tx, id: string, key: string): Promise<OpenQuestion> {
  const application = await beginEdit(tx, id, 'files', versionOf(await applicationById(tx, id), 'files'));
  const question = questionOf((await competitionSettings(tx, application.competitionId)).form, key);
  if (question?.kind !== 'file') throw new NotFound();
  return { application, question, field: `file-${key}` };
}

async function demandRoom(tx: Tx, id: string, size: number, field: string): Promise<void> {
  const files = await filesOf(tx, id);
  if (files.length >= FILES_MAX) throw invalidField(field, 'applications.too-many-files', { max: FILES_MAX });
  const together = files.reduce((sum, file) => sum + file.size, size);
  if (together > FILES_TOTAL_MAX_MB * MB)
    throw invalidField(field, 'applications.files-too-large', { max: FILES_TOTAL_MAX_MB });
}
