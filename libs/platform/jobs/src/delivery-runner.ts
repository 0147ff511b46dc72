import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { DELIVERY_TRIES_MAX, type Delivery } from '#libs/platform/facts';
import type { Context } from '#libs/platform/access';
import { Handlers, type PerformsOutside, type ReactsInTransaction } from './handlers.js';
import { systemContext } from './system-context.js';

const BACK_OFF_FIRST_MS = 2_000;
const BACK_OFF_MAX_MS = 15 * 60_000;
const ERROR_LENGTH_MAX = 2_000;

/** Does one owed piece of work, at most once: the tick «done» commits with the effect. */
@Injectable()
export class DeliveryRunner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly handlers: Handlers,
  ) {}

  /** @throws whatever the handler threw, after the failure is noted with a time for the next try. */
  async run(deliveryId: string): Promise<void> {
    const ctx = systemContext(await this.clock.domainNow(), `delivery-${deliveryId}`);
    try {
      await this.attempt(ctx, deliveryId);
    } catch (error) {
      await this.uow.run(ctx, (tx) => noteFailure(tx, deliveryId, error));
      throw error;
    }
  }

  private async attempt(ctx: Context, deliveryId: string): Promise<void> {
    const outside = await this.uow.run(ctx, async (tx) => {
      const delivery = await take(tx, deliveryId);
      if (!delivery) return null;
      const handler = this.handlers.of(delivery.task);
      if (!('react' in handler)) return { handler, delivery };
      await (handler as ReactsInTransaction).react(tx, delivery);
      await tick(tx, deliveryId);
      return null;
    });
    if (outside)
      await (outside.handler as PerformsOutside).perform(ctx, outside.delivery, (tx) => tick(tx, deliveryId));
  }
}

function take(tx: Tx, id: string): Promise<Delivery | undefined> {
  return tx.one<Delivery>(
    `select id, task, subject_id as "subjectId", fact_id as "factId", attempts
       from facts.delivery where id = $1 and done_at is null and due_at < 'infinity' for update skip locked`,
    [id],
  );
}

async function tick(tx: Tx, id: string): Promise<void> {
  await tx.change('update facts.delivery set done_at = clock_timestamp(), error = null where id = $1', [id]);
}

async function noteFailure(tx: Tx, id: string, error: unknown): Promise<void> {
  await tx.change(
    `update facts.delivery
        set attempts = attempts + 1, error = $2, enqueued_at = null, dead = attempts + 1 >= $3,
            due_at = clock_timestamp() + least($4 * power(2, attempts), $5) * interval '1 millisecond'
      where id = $1 and done_at is null`,
    [id, String(error).slice(0, ERROR_LENGTH_MAX), DELIVERY_TRIES_MAX, BACK_OFF_FIRST_MS, BACK_OFF_MAX_MS],
  );
}
