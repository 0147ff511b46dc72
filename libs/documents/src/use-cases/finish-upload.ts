import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict, DomainError } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import type { UploadRow } from '../model/upload.js';
import { UploadTargets } from '../ports/upload-targets.port.js';
import { findUpload } from '../queries/find-upload.js';
import { Storage } from '../storage/storage.js';
import { DropUpload } from './drop-upload.js';

/** Hands a file that is here in full to its target. Done again after a crash or a lost answer, it does nothing more. */
@Injectable()
export class FinishUpload {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
    private readonly storage: Storage,
    private readonly drop: DropUpload,
  ) {}

  /** @throws whatever the target refuses the file with; what arrived is then gone */
  async execute(ctx: Context, id: string): Promise<void> {
    const upload = await findUpload(this.db, ctx, id);
    if (upload.documentId !== null) return;
    try {
      await this.hand(ctx, upload);
    } catch (error) {
      if (await this.isKept(ctx, id)) return; // another request was faster
      if (error instanceof DomainError && error.kind === 'invalid') await this.drop.execute(ctx, id);
      throw error;
    }
    await this.storage.removePart(id);
  }

  private async hand(ctx: Context, { id, target, name }: UploadRow): Promise<void> {
    const owner = this.ports.all(UploadTargets).find(({ kind }) => kind === target.kind)!;
    const content = await this.storage.openPart(id);
    try {
      await owner.receive(ctx, target, { name, content }, async (tx, document) => {
        const sql = 'update documents.upload set document_id = $2 where id = $1 and document_id is null';
        if ((await tx.change(sql, [id, document])) === 0) throw new Conflict('documents.upload-gone');
      });
    } finally {
      content.destroy();
    }
  }

  private async isKept(ctx: Context, id: string): Promise<boolean> {
    return (await findUpload(this.db, ctx, id)).documentId !== null;
  }
}
