import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { invalidField, NotFound, type FieldError, InvalidInput } from '#libs/platform/errors';
import { servedNoticePolicy } from '../access/served-notice.policy.js';
import { callMade } from '../model/notifications.facts.js';
import { clockById } from '../queries/served-notice.js';

export interface Call {
  calledAt: Date;
  isReached: boolean;
  /** Whom, when somebody was reached. */
  whom: string | null;
  /** What was said, or why nobody was reached. */
  said: string | null;
}

/** The officer phoned. A call that reached somebody is a delivery: the term runs from it at the latest. */
@Injectable()
export class RecordCall {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, clockId: string, call: Call): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const locked = await tx.one('select 1 from notifications.clock where id = $1 for update', [clockId]);
      if (!locked) throw new NotFound();
      const clock = await clockById(tx, clockId);
      demand(servedNoticePolicy, 'record', tx.actor, clock);
      if (call.calledAt > tx.now) throw invalidField('calledAt', 'notifications.call-in-future');
      if (minuteOf(call.calledAt) < minuteOf(clock.queuedAt))
        throw invalidField('calledAt', 'notifications.call-before-notice');
      refuseIncomplete(call);
      const id = newId();
      await tx.change(
        `insert into notifications.call (id, clock_id, called_at, called_by, is_reached, whom, said, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, clockId, call.calledAt, tx.actor.personId, call.isReached, call.whom, call.said, tx.now],
      );
      if (call.isReached)
        await tx.change('update notifications.clock set told_at = least(told_at, $2) where id = $1', [
          clockId,
          call.calledAt,
        ]);
      tx.record(callMade, {
        subjectId: id,
        scopeId: clock.organiserId,
        particulars: { clockId, calledAt: call.calledAt.toISOString(), isReached: call.isReached },
        personal: { whom: call.whom, said: call.said },
      });
    });
  }
}

/** People write down minutes. */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000);

function refuseIncomplete({ isReached, whom, said }: Call): void {
  if (!isReached) return;
  const missing: FieldError[] = [
    ...(whom ? [] : [{ field: 'whom', code: 'notifications.whom-missing' }]),
    ...(said ? [] : [{ field: 'said', code: 'notifications.said-missing' }]),
  ];
  if (missing.length > 0) throw new InvalidInput(missing);
}
