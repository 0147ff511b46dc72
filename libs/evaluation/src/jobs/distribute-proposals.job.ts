import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { PerformsOutside } from '#libs/platform/jobs';
import { RunDistribution } from '../use-cases/run-distribution.js';

@Task({ name: 'evaluation.distribute', queue: 'scoring' })
@Injectable()
export class DistributeProposalsJob implements PerformsOutside {
  constructor(private readonly run: RunDistribution) {}

  perform(ctx: Context, delivery: Delivery, done: (tx: Tx) => Promise<void>): Promise<void> {
    return this.run.execute(ctx, delivery.subjectId, done);
  }
}
