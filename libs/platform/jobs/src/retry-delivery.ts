import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { factKind } from '#libs/platform/facts';

export const deliveryRetried = factKind('platform.delivery-retried', { chained: false });

/** A person has mended the cause: a dead piece of work is owed again, with all its tries. */
@Injectable()
export class RetryDelivery {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws NotFound when it is not dead (any more) */
  execute(ctx: Context, deliveryId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const revived = await tx.rows<{ task: string }>(
        `update facts.delivery
            set dead = false, attempts = 0, due_at = clock_timestamp(), enqueued_at = null
          where id = $1 and dead and done_at is null returning task`,
        [deliveryId],
      );
      if (!revived[0]) throw new NotFound();
      tx.record(deliveryRetried, { subjectId: deliveryId, particulars: { task: revived[0].task } });
    });
  }
}
