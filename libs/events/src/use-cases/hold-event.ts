import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { eventHeld } from '../model/event.facts.js';
import { eventLifecycle } from '../model/event.lifecycle.js';
import { lockEvent } from '../queries/find-event.js';

/** It took place: by the officer once it has begun, else by itself when it is over. */
@Injectable()
export class HoldEvent {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => this.within(tx, await lockEvent(tx, id, 'act')));
  }

  async within(tx: Tx, { id, state, startsAt, organiserId }: EventRow): Promise<void> {
    const next = eventLifecycle.next(state, 'hold', { lacks: 0, startsAt, now: tx.now });
    await tx.change(
      'update events.event set state = $2, held_at = $3, changed_at = $3, version = version + 1 where id = $1',
      [id, next, tx.now],
    );
    tx.record(eventHeld, { subjectId: id, scopeId: organiserId });
  }
}
