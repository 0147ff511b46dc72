import { Injectable } from '@nestjs/common';
import { Subscriptions } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { subscriptionEnded } from '../model/announcements.facts.js';

/** No more letters: the subscription is forgotten, with the address. */
@Implements(Subscriptions)
@Injectable()
export class EndSubscription implements Subscriptions {
  constructor(private readonly uow: UnitOfWork) {}

  /** One's own. @throws NotFound for somebody else's */
  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const ended = await tx.change('delete from announcements.subscription where id = $1 and person_id = $2', [
        id,
        tx.actor.personId,
      ]);
      if (ended === 0) throw new NotFound();
      tx.record(subscriptionEnded, { subjectId: id });
    });
  }

  async endByLetter(tx: Tx, messageId: string): Promise<void> {
    const ended = await tx.rows<{ id: string }>(
      `delete from announcements.subscription
        where id in (select subscription_id from announcements.subscription_letter where message_id = $1) returning id`,
      [messageId],
    );
    for (const { id } of ended) tx.record(subscriptionEnded, { subjectId: id });
  }
}
