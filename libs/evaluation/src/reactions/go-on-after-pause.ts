import { Injectable } from '@nestjs/common';
import { competitionResumed } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { FillQueues } from '../use-cases/fill-queues.js';

/** What the pause held up is done now: queues that were to be filled, a rating that was to be asked for. */
@Reaction({ name: 'evaluation.go-on', on: competitionResumed, queue: 'scoring' })
@Injectable()
export class GoOnAfterPause implements ReactsInTransaction {
  constructor(private readonly fillQueues: FillQueues) {}

  react(tx: Tx, delivery: Delivery): Promise<void> {
    return this.fillQueues.start(tx, delivery.subjectId);
  }
}
