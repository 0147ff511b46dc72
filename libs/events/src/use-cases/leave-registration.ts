import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import type { RegistrationRow } from '../model/registration.js';
import { registrationLifecycle } from '../model/registration.lifecycle.js';
import { demand } from '#libs/platform/access';
import { eventPolicy } from '../access/event.policy.js';
import { lockRegistration } from '../queries/find-registration.js';
import { Places } from './places.js';
import { RegistrationLetters } from './registration-letters.js';

/** Somebody does not come: the place goes to the next in the same transaction. */
@Injectable()
export class LeaveRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: Places,
    private readonly letters: RegistrationLetters,
  ) {}

  /** By the officer, for somebody who called. */
  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { event, registration } = await lockRegistration(tx, id);
      demand(eventPolicy, 'act', tx.actor, event);
      await this.within(tx, event, registration);
    });
  }

  async within(tx: Tx, event: EventRow, one: RegistrationRow): Promise<void> {
    const state = registrationLifecycle.next(one.state, 'withdraw', {});
    await tx.change('update events.registration set state = $2, offered_until = null where id = $1', [one.id, state]);
    if (one.state !== 'asked') await this.letters.queue(tx, 'withdrawn', event, { ...one, state }, { once: 'once' });
    await this.places.promote(tx, event);
  }
}
