import { Injectable } from '@nestjs/common';
import { scoringStarted } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { FillQueues } from '../use-cases/fill-queues.js';

/** The scoring has started: everybody who declared gets a queue, in a job of the queue `scoring`. */
@Reaction({ name: 'evaluation.fill-queues', on: scoringStarted, queue: 'scoring' })
@Injectable()
export class FillQueuesOnStart implements ReactsInTransaction {
  constructor(private readonly fillQueues: FillQueues) {}

  react(tx: Tx, delivery: Delivery): Promise<void> {
    return this.fillQueues.start(tx, delivery.subjectId);
  }
}
