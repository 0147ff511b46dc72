import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { openDistribution } from '../queries/open-distribution.js';
import { FillQueues } from './fill-queues.js';

/** The chair or the secretary approves the distribution they looked at: every expert gets a queue. */
@Injectable()
export class ApproveDistribution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly fillQueues: FillQueues,
  ) {}

  /** `version`: of the distribution that the page showed. */
  execute(ctx: Context, competitionId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'distribute', tx.actor, competition);
      if (competition.state !== 'scoring') throw new Conflict('evaluation.approve-in-scoring');
      const { id } = await openDistribution(tx, competitionId, version);
      await this.fillQueues.giveOut(tx, competition, id);
    });
  }
}
