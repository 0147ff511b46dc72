import { Injectable } from '@nestjs/common';
import { competitionById, proposalsOpened } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';

/** The proposals are opened: members and experts are asked to declare, before any file opens to them (rule 31). */
@Reaction({ name: 'evaluation.ask-to-declare', on: proposalsOpened, queue: 'reactions' })
@Injectable()
export class AskToDeclare implements ReactsInTransaction {
  constructor(private readonly notices: Notices) {}

  async react(tx: Tx, delivery: Delivery): Promise<void> {
    const { id, title, organiserId } = await competitionById(tx, delivery.subjectId);
    for (const person of await peopleWithRole(tx, id, SCORERS))
      await this.notices.queue(tx, {
        to: person,
        template: 'evaluation.declare',
        kind: 'duty',
        organiserId: organiserId,
        data: { title },
        path: evaluationPaths.conflicts(id),
        onceKey: `evaluation.declare:${id}:${person.personId}`,
      });
  }
}
