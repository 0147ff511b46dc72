import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { LIMITS } from '../model/limits.js';

/** What guests were promised: answers and needs of access go after the report, contacts a year after the day. */
@Sweep('events.forget-guests')
@Injectable()
export class ForgetGuests implements SweepHandler {
  constructor(private readonly uow: UnitOfWork) {}

  /** Housekeeping is nothing to halt at. */
  nextDueAt(): Promise<null> {
    return Promise.resolve(null);
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await tx.change(
        `update events.registration r set access_needs = null, question = null from events.event e
          where e.id = r.event_id and (r.access_needs is not null or r.question is not null)
            and coalesce(e.reported_at, e.ends_at) < $1::timestamptz - $2 * interval '1 day'`,
        [tx.now, LIMITS.answersDays],
      );
      await tx.change(
        `update events.registration r set email = null, phone = null, person_id = null from events.event e
          where e.id = r.event_id and (r.email is not null or r.phone is not null or r.person_id is not null)
            and e.ends_at < $1::timestamptz - $2 * interval '1 month'`,
        [tx.now, LIMITS.contactsMonths],
      );
    });
  }
}
