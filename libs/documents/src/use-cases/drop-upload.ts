import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Storage } from '../storage/storage.js';

/** Forgets an upload. Bytes go first: as long as they are there, a row says so. */
@Injectable()
export class DropUpload {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  async execute(ctx: Context, id: string): Promise<void> {
    await this.storage.removePart(id);
    await this.uow.run(ctx, (tx) => tx.change('delete from documents.upload where id = $1', [id]));
  }
}
