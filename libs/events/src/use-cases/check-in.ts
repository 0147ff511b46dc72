import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { eventPolicy } from '../access/event.policy.js';
import { plainCode } from '../model/check-in-code.js';
import type { EventRow } from '../model/event.js';
import type { RegistrationRow } from '../model/registration.js';
import { registrationLifecycle, type RegistrationAction } from '../model/registration.lifecycle.js';
import { lockRegistration } from '../queries/find-registration.js';

/** Somebody is there: read from the QR, typed, or found in the list – it is all the same. */
@Injectable()
export class CheckIn {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, registrationId: string): Promise<void> {
    return this.step(ctx, registrationId, 'check-in');
  }

  undo(ctx: Context, registrationId: string): Promise<void> {
    return this.step(ctx, registrationId, 'undo-check-in');
  }

  /** @throws InvalidInput when nobody of this event has such a code */
  async byCode(ctx: Context, eventId: string, typed: string): Promise<void> {
    const id = await this.uow.run(ctx, async (tx) => {
      const found = await tx.one<{ id: string }>(
        'select id from events.registration where event_id = $1 and code = $2',
        [eventId, plainCode(typed)],
      );
      return found?.id;
    });
    if (!id) throw invalidField('code', 'events.no-such-code');
    await this.execute(ctx, id);
  }

  private step(
    ctx: Context,
    id: string,
    action: Extract<RegistrationAction, 'check-in' | 'undo-check-in'>,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { event, registration } = await lockRegistration(tx, id);
      demand(eventPolicy, 'act', tx.actor, event);
      demandOpenSheet(event);
      // A second look at the same code is no mistake.
      if (action === 'check-in' && registration.state === 'attended') return;
      await write(tx, registration, action);
    });
  }
}

/** Who was there is noted from the day on, until the report. */
export function demandOpenSheet({ state }: EventRow): void {
  if (state !== 'published' && state !== 'held') throw new Conflict('events.sheet-closed');
}

async function write(tx: Tx, { id, state }: RegistrationRow, action: 'check-in' | 'undo-check-in'): Promise<void> {
  const next = registrationLifecycle.next(state, action, {});
  const isThere = next === 'attended';
  await tx.change('update events.registration set state = $2, checked_in_at = $3, checked_in_by = $4 where id = $1', [
    ...[id, next, isThere ? tx.now : null, isThere ? tx.actor.personId : null],
  ]);
}
