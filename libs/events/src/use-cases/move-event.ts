import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import type { FactKind } from '#libs/platform/facts';
import type { EventRow, EventState } from '../model/event.js';
import { eventLifecycle, type EventAction } from '../model/event.lifecycle.js';
import { eventCancelled, eventPostponed, eventRescheduled } from '../model/event.facts.js';
import type { ToldField } from '../model/changes.js';
import type { ChangeRow } from '../queries/changes-of-event.js';
import { eventById, lockEvent } from '../queries/find-event.js';
import { FollowChange } from './follow-change.js';
import { noteChange } from './note-change.js';

const TIMES: readonly ToldField[] = ['startsAt', 'endsAt'];

interface Step {
  action: Extract<EventAction, 'postpone' | 'reschedule' | 'cancel'>;
  kind: ChangeRow['kind'];
  fact: FactKind;
  reason: string;
}

/** An event leaves its day. The old one stays told, the address and the id in calendars stay as they are. */
@Injectable()
export class MoveEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly follow: FollowChange,
  ) {}

  /** To a day that is not known yet. */
  postpone(ctx: Context, id: string, reason: string): Promise<void> {
    return this.step(ctx, id, { action: 'postpone', kind: 'postponed', fact: eventPostponed, reason });
  }

  cancel(ctx: Context, id: string, reason: string): Promise<void> {
    return this.step(ctx, id, { action: 'cancel', kind: 'cancelled', fact: eventCancelled, reason });
  }

  reschedule(ctx: Context, id: string, to: { startsAt: Date; endsAt: Date; reason: string }): Promise<void> {
    const { startsAt, endsAt, reason } = to;
    const step: Step = { action: 'reschedule', kind: 'rescheduled', fact: eventRescheduled, reason };
    return this.step(ctx, id, step, { startsAt, endsAt });
  }

  private step(ctx: Context, id: string, step: Step, times?: { startsAt: Date; endsAt: Date }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const before = await lockEvent(tx, id, 'act');
      // The new day is ahead, wherever the old one is.
      const startsAt = times ? times.startsAt : step.action === 'cancel' ? null : before.startsAt;
      if (times && times.endsAt <= times.startsAt) throw invalidField('endsAt', 'events.ends-before');
      const state = eventLifecycle.next(before.state, step.action, { lacks: 0, startsAt, now: tx.now });
      await write(tx, before, state, step.reason, times);
      const after = await eventById(tx, id);
      const change = await noteChange(tx, step.kind, { before, after, fields: TIMES }, step.reason);
      await this.follow.tell(tx, change.id, id, times ? TIMES : []);
      const particulars = {
        number: change.number,
        reason: step.reason,
        ...(times && { startsAt: times.startsAt.toISOString() }),
      };
      tx.record(step.fact, { subjectId: id, scopeId: after.organiserId, particulars });
    });
  }
}

async function write(
  tx: Tx,
  event: EventRow,
  state: EventState,
  reason: string,
  times?: { startsAt: Date; endsAt: Date },
): Promise<void> {
  await tx.change(
    `update events.event set state = $2, state_reason = $3, starts_at = coalesce($4, starts_at), ends_at = coalesce($5, ends_at),
            -- Whoever could register until a day of the old date can do so until the new beginning.
            registration_closes_at = case when $4::timestamptz is null then registration_closes_at end,
            changed_at = $6, version = version + 1, sequence = sequence + 1 where id = $1`,
    [event.id, state, state === 'published' ? null : reason, times?.startsAt, times?.endsAt, tx.now],
  );
}
