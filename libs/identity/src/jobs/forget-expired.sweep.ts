import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { hoursAfter } from '../model/session-limits.js';

const EVERY_HOURS = 1;
/** Kept so long after their end, for whoever asks what happened. */
const KEPT_HOURS = 30 * 24;
const ATTEMPTS_KEPT_HOURS = 24;

/** Deletes sessions, links and counts of attempts that ended long ago, by real time. */
@Sweep('identity.forget-expired')
@Injectable()
export class ForgetExpired implements SweepHandler {
  private doneAt = new Date(0);

  constructor(private readonly uow: UnitOfWork) {}

  /** Housekeeping is nothing to halt at. */
  nextDueAt(): Promise<null> {
    return Promise.resolve(null);
  }

  async sweep(ctx: Context): Promise<void> {
    const realNow = new Date();
    if (realNow < hoursAfter(this.doneAt, EVERY_HOURS)) return;
    await this.uow.run(ctx, async (tx) => {
      const longAgo = hoursAfter(realNow, -KEPT_HOURS);
      await tx.change('delete from identity.session where expires_at < $1', [longAgo]);
      await tx.change('delete from identity.one_time_token where expires_at < $1', [longAgo]);
      await tx.change('delete from identity.attempt where window_started_at < $1', [
        hoursAfter(realNow, -ATTEMPTS_KEPT_HOURS),
      ]);
    });
    this.doneAt = realNow;
  }
}
