import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { NotFound, TooMany } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { FileRefused } from '../model/documents.errors.js';
import { cleanFileName } from '../model/file-name.js';
import { UPLOAD_KEPT_MS, UPLOADS_OPEN_MAX, type NewUpload } from '../model/upload.js';
import { UploadTargets } from '../ports/upload-targets.port.js';
import { openUploads } from '../queries/find-upload.js';
import { FILE_MAX_BYTES } from '../storage/storage.js';

const MB = 1024 * 1024;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MODIFIED_MAX_LENGTH = 40;

/** Notes that a file is going to arrive in pieces. The target has the first word: what it would refuse is not sent. */
@Injectable()
export class BeginUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  /** @returns the id of the upload. @throws FileRefused, TooMany, and whatever the target refuses with */
  async execute(ctx: Context, { target, name, size, modified }: NewUpload): Promise<string> {
    const upload = { target, name: cleanFileName(name), size, modified: modified.slice(0, MODIFIED_MAX_LENGTH) };
    if (size === 0) throw new FileRefused('empty');
    if (size > FILE_MAX_BYTES) throw new FileRefused('too-large', { maxMb: FILE_MAX_BYTES / MB });
    if (!ID.test(target.id)) throw new NotFound();
    const owner = this.ports.all(UploadTargets).find(({ kind }) => kind === target.kind);
    if (!owner) throw new NotFound();
    await owner.demand(ctx, upload);
    return this.uow.run(ctx, (tx) => begin(tx, upload));
  }
}

async function begin(tx: Tx, { target, name, size, modified }: NewUpload): Promise<string> {
  const { personId } = tx.actor;
  // Two windows of one person count one after another.
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads ${personId}`]);
  if ((await openUploads(tx, personId!)).length >= UPLOADS_OPEN_MAX)
    throw new TooMany('documents.too-many-uploads', { max: UPLOADS_OPEN_MAX });
  const [id, now] = [newId(), new Date()];
  await tx.change(
    `insert into documents.upload (id, person_id, target_kind, target_id, field, name, size, modified, began_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, personId, target.kind, target.id, target.field, name, size, modified],
      ...[now, new Date(now.getTime() + UPLOAD_KEPT_MS)],
    ],
  );
  return id;
}
