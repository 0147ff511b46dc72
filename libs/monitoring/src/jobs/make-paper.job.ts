import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { MakeConclusionPaper } from '../use-cases/make-paper.js';

@Task({ name: 'monitoring.make-paper', queue: 'documents' })
@Injectable()
export class MakeConclusionPaperJob implements ReactsInTransaction {
  constructor(private readonly make: MakeConclusionPaper) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.make.within(tx, subjectId);
  }
}
