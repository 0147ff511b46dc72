import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { importLifecycle } from '../model/import.lifecycle.js';
import { importUndone } from '../model/registers.facts.js';
import { UndoPreview } from '../queries/undo-preview.js';
import { lockImport } from './lock-import.js';

/** Takes back what an import brought and nobody has built upon; what it had changed stands again. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly preview: UndoPreview,
  ) {}

  /** `removed`: how many entries the page said would go. @throws Conflict when there are not as many by now */
  execute(ctx: Context, id: string, { reason, removed }: { reason: string; removed: number }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const one = await lockImport(tx, id, 'undo');
      const state = importLifecycle.next(one.state, 'undo', {});
      const plan = await this.preview.of(tx, id, ctx.lang);
      if (plan.removed.length !== removed) throw new Conflict('registers.preview-changed');
      // What these had replaced stands again by `on delete set null`.
      await tx.change('delete from registers.entry where id = any($1)', [plan.removed]);
      const kept = plan.kept.length;
      await tx.change(
        `update registers.import set state = $2, undone_by = $3, undone_at = $4, undo_reason = $5, kept = $6
          where id = $1`,
        [id, state, tx.actor.personId, tx.now, reason, kept],
      );
      tx.record(importUndone, {
        subjectId: id,
        scopeId: one.organiserId,
        particulars: { kind: one.kind, reason, removed, restored: plan.restored, kept },
      });
    });
  }
}
