import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { LIMITS } from '../model/limits.js';

/** Addresses that never said yes are forgotten. */
@Sweep('events.forget-asked')
@Injectable()
export class ForgetAsked implements SweepHandler {
  constructor(private readonly uow: UnitOfWork) {}

  /** Housekeeping is nothing to halt at. */
  nextDueAt(): Promise<null> {
    return Promise.resolve(null);
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await tx.change(
        `delete from events.registration where state = 'asked' and asked_at < $1::timestamptz - $2 * interval '1 day'`,
        [tx.now, LIMITS.unconfirmedDays],
      );
    });
  }
}
