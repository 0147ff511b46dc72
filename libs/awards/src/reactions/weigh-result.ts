import { Injectable } from '@nestjs/common';
import { competitionById, competitionRated, potChanged } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { WeighStoredResult } from '../use-cases/weigh-stored-result.js';

/** The rating is there: how firmly does it stand? */
@Reaction({ name: 'awards.weigh-result', on: competitionRated, queue: 'scoring' })
@Injectable()
export class WeighNewRating implements ReactsInTransaction {
  constructor(private readonly weigh: WeighStoredResult) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    await this.weigh.within(tx, subjectId);
  }
}

/** Another pot moves the line, and with it what would change the list. */
@Reaction({ name: 'awards.weigh-changed-pot', on: potChanged, queue: 'scoring' })
@Injectable()
export class WeighChangedPot implements ReactsInTransaction {
  constructor(private readonly weigh: WeighStoredResult) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    if ((await competitionById(tx, subjectId)).state === 'rated') await this.weigh.within(tx, subjectId);
  }
}
