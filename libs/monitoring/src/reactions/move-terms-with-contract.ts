import { Injectable } from '@nestjs/common';
import { changeDecided, contractEndedEarly } from '#libs/contracts';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { MoveTerms } from '../use-cases/move-terms.js';

/** The days of the contract were amended. */
@Reaction({ name: 'monitoring.move-terms', on: changeDecided, queue: 'reactions' })
@Injectable()
export class MoveTermsWithChange implements ReactsInTransaction {
  constructor(private readonly move: MoveTerms) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.move.within(tx, subjectId);
  }
}

/** The contract has ended before its day. */
@Reaction({ name: 'monitoring.move-terms-early', on: contractEndedEarly, queue: 'reactions' })
@Injectable()
export class MoveTermsWithEarlyEnd implements ReactsInTransaction {
  constructor(private readonly move: MoveTerms) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.move.within(tx, subjectId);
  }
}
