import { Injectable } from '@nestjs/common';
import { competitionDecided, competitionRated, receptionClosed } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { PublishResultPart } from '../use-cases/publish-result-part.js';

/** The door has closed: which proposals there are can no longer be changed unseen. */
@Reaction({ name: 'awards.publish-closing', on: receptionClosed, queue: 'documents' })
@Injectable()
export class PublishClosing implements ReactsInTransaction {
  constructor(private readonly publish: PublishResultPart) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.publish.closeAnew(tx, subjectId);
  }
}

/** The rating is computed: who scored what is open, the points are sealed. */
@Reaction({ name: 'awards.publish-scoring', on: competitionRated, queue: 'documents' })
@Injectable()
export class PublishScoring implements ReactsInTransaction {
  constructor(private readonly publish: PublishResultPart) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.publish.within(tx, subjectId, 'scoring');
  }
}

/** The order is signed: points, places and money are open. */
@Reaction({ name: 'awards.publish-decision', on: competitionDecided, queue: 'documents' })
@Injectable()
export class PublishDecision implements ReactsInTransaction {
  constructor(private readonly publish: PublishResultPart) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.publish.within(tx, subjectId, 'decision');
  }
}
