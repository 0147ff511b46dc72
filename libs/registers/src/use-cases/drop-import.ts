import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { lockImport } from './lock-import.js';

/** A preview that nobody wants; nothing came of it, so nothing is told. */
@Injectable()
export class DropImport {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws Conflict once it was applied */
  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { state } = await lockImport(tx, id, 'import');
      if (state !== 'preview') throw new Conflict('registers.not-now');
      await tx.change('delete from registers.import where id = $1', [id]);
    });
  }
}
