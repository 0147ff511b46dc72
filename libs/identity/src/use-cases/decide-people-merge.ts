import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { peopleMergePolicy } from '../access/people-merge.policy.js';
import { peopleMergeRefused } from '../model/identity.facts.js';
import { PEOPLE_MERGE, type AskedPeopleMerge } from '../queries/people-merges.js';
import { personByEmail } from './invite-person.js';
import { lockRequest } from './lock-request.js';
import { MergePeople } from './merge-people.js';

/** The second of two people confirms that two accounts become one, or refuses it. */
@Injectable()
export class DecidePeopleMerge {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly merge: MergePeople,
  ) {}

  confirm(ctx: Context, mergeId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { personId, intoId, askedBy, reason, ...asked } = await lockRequest<AskedPeopleMerge>(
        tx,
        PEOPLE_MERGE,
        peopleMergePolicy,
        mergeId,
      );
      demand(peopleMergePolicy, 'confirm', tx.actor, { personId, intoId, askedBy, ...asked });
      const confirmedBy = tx.actor.personId;
      await tx.change('update identity.people_merge set confirmed_by = $2, confirmed_at = $3 where id = $1', [
        ...[mergeId, confirmedBy, new Date()],
      ]);
      await this.merge.within(tx, personId, intoId, reason, { askedBy, confirmedBy });
    });
  }

  refuse(ctx: Context, mergeId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const merge = await lockRequest<AskedPeopleMerge>(tx, PEOPLE_MERGE, peopleMergePolicy, mergeId);
      demand(peopleMergePolicy, 'refuse', tx.actor, merge);
      await tx.change('delete from identity.people_merge where id = $1', [mergeId]);
      for (const scopeId of [merge.personId, merge.intoId])
        tx.record(peopleMergeRefused, { subjectId: mergeId, scopeId });
    });
  }

  /** From the command line of the server, where there is nobody else to confirm; the fact says so. */
  fromServer(ctx: Context, closes: string, stays: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const [from, into] = [await personByEmail(tx, closes), await personByEmail(tx, stays)];
      if (!from || !into) throw new NotFound();
      await this.merge.within(tx, from.personId, into.personId, reason, { from: 'server' });
    });
  }
}
