import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { distributionCancelled } from '../model/evaluation.facts.js';

/** A distribution that is computed, or waits for approval, is dropped; the job sees it and stops its thread. */
@Injectable()
export class CancelDistribution {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(evaluationPolicy, 'distribute', tx.actor, await lockCompetition(tx, competitionId));
      const cancelled = await tx.one<{ id: string }>(
        `update evaluation.distribution set state = 'cancelled', finished_at = $2, version = version + 1
          where competition_id = $1 and state in ('asked', 'computing', 'ready') returning id`,
        [competitionId, tx.now],
      );
      if (!cancelled) throw new Conflict('evaluation.nothing-to-cancel');
      tx.record(distributionCancelled, { subjectId: cancelled.id, particulars: { competitionId } });
    });
  }
}
