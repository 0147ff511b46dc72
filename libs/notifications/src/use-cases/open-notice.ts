import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { noticeOpened } from '../model/notifications.facts.js';

/** The addressee has the notice before the eyes: noted once. */
@Injectable()
export class OpenNotice {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const [opened] = await tx.rows<{ clockId: string | null; organiserId: string | null }>(
        `update notifications.message set opened_at = $3
          where id = $1 and to_person_id = $2 and opened_at is null and not holds_secret
          returning clock_id as "clockId", organiser_id as "organiserId"`,
        [id, tx.actor.personId, tx.now],
      );
      if (!opened?.clockId) return;
      await tx.change('update notifications.clock set opened_at = $2 where id = $1 and opened_at is null', [
        opened.clockId,
        tx.now,
      ]);
      tx.record(noticeOpened, {
        subjectId: id,
        scopeId: opened.organiserId!,
        particulars: { clockId: opened.clockId },
      });
    });
  }
}
