import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { lockForWriting } from './edit-part.js';

/** Somebody who writes the proposal has read what was not carried over from the earlier one. */
@Injectable()
export class SeeNotCarried {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockForWriting(tx, id);
      await tx.change('update applications.application set not_carried = null where id = $1', [id]);
    });
  }
}
