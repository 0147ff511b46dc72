import { Injectable } from '@nestjs/common';
import { UploadTargets, type ArrivedFile, type NewUpload, type UploadTarget } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { AttachFile } from './attach-file.js';

/** Files of a proposal may arrive in pieces; whole, they are attached as any other. `field`: key of the question. */
@Implements(UploadTargets)
@Injectable()
export class ReceiveUpload implements UploadTargets {
  readonly kind = 'application';

  constructor(private readonly attach: AttachFile) {}

  demand(ctx: Context, { target, name, size }: NewUpload): Promise<void> {
    return this.attach.demand(ctx, target.id, { purpose: target.field, name, size });
  }

  receive(
    ctx: Context,
    { id, field }: UploadTarget,
    file: ArrivedFile,
    done: (tx: Tx, documentId: string) => Promise<void>,
  ): Promise<void> {
    return this.attach.execute(ctx, id, { purpose: field, ...file }, done);
  }
}
