import { Injectable } from '@nestjs/common';
import { contractSigned } from '#libs/contracts';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { OpenProject } from '../use-cases/open-project.js';

/** The contract is signed: monitoring of the project begins. */
@Reaction({ name: 'monitoring.open-project', on: contractSigned, queue: 'reactions' })
@Injectable()
export class OpenProjectWhenSigned implements ReactsInTransaction {
  constructor(private readonly open: OpenProject) {}

  react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.open.within(tx, subjectId);
  }
}
