import { Injectable } from '@nestjs/common';
import { formVersionOf } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { lockForWriting } from './edit-part.js';

/** Somebody who writes the proposal has read what the new version of the form asks differently. */
@Injectable()
export class SeeFormVersion {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { application } = await lockForWriting(tx, id);
      await tx.change('update applications.application set form_version = $2 where id = $1', [
        id,
        await formVersionOf(tx, application.competitionId),
      ]);
    });
  }
}
