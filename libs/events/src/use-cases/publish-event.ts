import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { eventLifecycle } from '../model/event.lifecycle.js';
import { eventPublished } from '../model/event.facts.js';
import { missingIn } from '../model/missing.js';
import { lockEvent } from '../queries/find-event.js';

/** Everybody reads it from now on, and calendars take it. */
@Injectable()
export class PublishEvent {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, id, 'act');
      const lacks = missingIn(event).length;
      const state = eventLifecycle.next(event.state, 'publish', { lacks, startsAt: event.startsAt, now: tx.now });
      await tx.change(
        'update events.event set state = $2, published_at = $3, changed_at = $3, version = version + 1 where id = $1',
        [id, state, tx.now],
      );
      const { kind, title, measureId } = event;
      tx.record(eventPublished, { subjectId: id, scopeId: event.organiserId, particulars: { kind, title, measureId } });
    });
  }
}
