import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { answerLifecycle, type AnswerState } from '../model/answer.lifecycle.js';
import { answersDecided } from '../model/plan.facts.js';
import { lockPlan } from '../queries/find-plan.js';

/** The officer accepts what a body has sent about a quarter, or gives it back with a reason. */
@Injectable()
export class DecideAnswers {
  constructor(private readonly uow: UnitOfWork) {}

  /** `reason`: null accepts, a text returns. @returns how many answers */
  execute(ctx: Context, planId: string, bodyId: string, quarter: Quarter, reason: string | null): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockPlan(tx, planId);
      const signed = await tx.one(
        `select id from plan.report where plan_id = $1 and quarter = $2 and state = 'signed'`,
        [planId, quarter],
      );
      if (signed) throw new Conflict('plan.quarter-closed');
      const rows = await tx.rows<{ id: string; state: AnswerState }>(
        `select a.id, a.state from plan.answer a join plan.slice s on s.id = a.slice_id join plan.instance i on i.id = s.instance_id
          where i.plan_id = $1 and a.body_id = $2 and s.quarter = $3 and s.year = $4 and a.state = 'submitted'
          order by a.id for update of a`,
        [planId, bodyId, quarter, plan.year],
      );
      if (rows.length === 0) throw new Conflict('plan.nothing-to-decide');
      const state = answerLifecycle.next(rows[0]!.state, reason === null ? 'accept' : 'return', { reason });
      await tx.change(
        'update plan.answer set state = $2, return_reason = $3, version = version + 1 where id = any($1)',
        [rows.map(({ id }) => id), state, reason],
      );
      tx.record(answersDecided, {
        subjectId: bodyId,
        scopeId: planId,
        particulars: { quarter, state, reason, answers: rows.length },
      });
      return rows.length;
    });
  }
}
