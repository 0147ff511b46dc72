import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { DEFENCE_LIMITS } from '../model/defence.js';

/** Names of presenters are needed in the room alone; whether it was the head or somebody authorised stays. */
@Sweep('evaluation.forget-presenters')
@Injectable()
export class ForgetPresentersSweep implements SweepHandler {
  constructor(private readonly uow: UnitOfWork) {}

  /** Housekeeping is nothing to halt at. */
  nextDueAt(): Promise<null> {
    return Promise.resolve(null);
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await tx.change(
        `update evaluation.defence_presenter p set full_name = null from evaluation.defence_slot s
          where s.application_id = p.application_id and p.full_name is not null
            and s.ends_at < $1::timestamptz - $2 * interval '1 day'`,
        [tx.now, DEFENCE_LIMITS.nameDays],
      );
    });
  }
}
