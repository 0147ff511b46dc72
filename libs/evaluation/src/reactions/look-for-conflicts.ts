import { Injectable } from '@nestjs/common';
import { proposalsOpened } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { findConflicts } from '../use-cases/find-conflicts.js';

/** The proposals are opened: signs of a conflict are looked for in data, before any file opens (rule 35). */
@Reaction({ name: 'evaluation.look-for-conflicts', on: proposalsOpened, queue: 'reactions' })
@Injectable()
export class LookForConflicts implements ReactsInTransaction {
  react(tx: Tx, delivery: Delivery): Promise<void> {
    return findConflicts(tx, delivery.subjectId);
  }
}
