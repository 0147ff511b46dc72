import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { ComputeRating } from '../use-cases/compute-rating.js';

@Task({ name: 'evaluation.compute-rating', queue: 'scoring' })
@Injectable()
export class ComputeRatingJob implements ReactsInTransaction {
  constructor(private readonly computeRating: ComputeRating) {}

  react(tx: Tx, delivery: Delivery): Promise<void> {
    return this.computeRating.within(tx, delivery.subjectId);
  }
}
