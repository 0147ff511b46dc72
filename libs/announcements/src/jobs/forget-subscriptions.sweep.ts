import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { LIMITS } from '../model/limits.js';

/** Forgets addresses that never said yes, and those that followed a competition which is long over. */
@Sweep('announcements.forget-subscriptions')
@Injectable()
export class ForgetSubscriptions implements SweepHandler {
  constructor(private readonly uow: UnitOfWork) {}

  /** Housekeeping is nothing to halt at. */
  nextDueAt(): Promise<null> {
    return Promise.resolve(null);
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await tx.change(
        `delete from announcements.subscription
          where confirmed_at is null and asked_at < $1::timestamptz - $2 * interval '1 day'`,
        [tx.now, LIMITS.unconfirmedDays],
      );
      await tx.change(
        `delete from announcements.subscription s using competitions.v_call c
          where c.id = s.competition_id and c.state in ('decided', 'cancelled', 'not-held')
            and c.changed_at < $1::timestamptz - $2 * interval '1 day'`,
        [tx.now, LIMITS.daysAfterEnd],
      );
    });
  }
}
