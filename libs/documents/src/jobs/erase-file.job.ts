import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { PerformsOutside } from '#libs/platform/jobs';
import { storageKeyOf } from '../model/storage-key.js';
import { Storage } from '../storage/storage.js';

/** Erases the bytes of a removed document. Erasing twice does no harm. */
@Task({ name: 'documents.erase-file', queue: 'documents' })
@Injectable()
export class EraseFile implements PerformsOutside {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  async perform(ctx: Context, delivery: Delivery, done: (tx: Tx) => Promise<void>): Promise<void> {
    await this.storage.remove(storageKeyOf(delivery.subjectId));
    await this.uow.run(ctx, done);
  }
}
