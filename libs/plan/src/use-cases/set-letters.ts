import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { lettersSet } from '../model/plan.facts.js';
import { lockPlan } from '../queries/find-plan.js';

/** Letters by the calendar: only where the officer wants them. */
@Injectable()
export class SetLetters {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, planId: string, sendsLetters: boolean): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockPlan(tx, planId);
      await tx.change(
        `insert into plan.plan_setting (plan_id, sends_letters) values ($1, $2)
         on conflict (plan_id) do update set sends_letters = excluded.sends_letters`,
        [planId, sendsLetters],
      );
      tx.record(lettersSet, { subjectId: planId, scopeId: planId, particulars: { sendsLetters } });
    });
  }
}
