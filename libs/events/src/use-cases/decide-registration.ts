import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { eventPolicy } from '../access/event.policy.js';
import type { EventRow } from '../model/event.js';
import type { RegistrationRow } from '../model/registration.js';
import { registrationLifecycle } from '../model/registration.lifecycle.js';
import { lockRegistration } from '../queries/find-registration.js';
import { Places, type Placing } from './places.js';
import { demandSlots } from './slot-places.js';
import { RegistrationLetters } from './registration-letters.js';

/** The organiser decides about a request: yes gives a place or the queue, no has a reason. */
@Injectable()
export class DecideRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: Places,
    private readonly letters: RegistrationLetters,
  ) {}

  approve(ctx: Context, id: string): Promise<void> {
    return this.within(ctx, id, async (tx, event, one) => {
      const placing = one.asMedia ? 'confirmed' : await this.places.placing(tx, event, one);
      const state = registrationLifecycle.next(one.state, 'approve', { placing });
      if (state === 'confirmed') await demandSlots(tx, event.id, one.id);
      await this.places.settle(tx, event, one.id, state as Placing);
    });
  }

  reject(ctx: Context, id: string, reason: string): Promise<void> {
    return this.within(ctx, id, async (tx, event, one) => {
      const state = registrationLifecycle.next(one.state, 'reject', {});
      await tx.change('update events.registration set state = $2, reason = $3 where id = $1', [one.id, state, reason]);
      await this.letters.queue(
        tx,
        'rejected',
        event,
        { ...one, state },
        { kind: 'decision', data: { reason }, once: 'once' },
      );
    });
  }

  private within(
    ctx: Context,
    id: string,
    act: (tx: Tx, event: EventRow, one: RegistrationRow) => Promise<void>,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { event, registration } = await lockRegistration(tx, id);
      demand(eventPolicy, 'act', tx.actor, event);
      await act(tx, event, registration);
    });
  }
}
