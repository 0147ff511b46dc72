import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { peopleMergePolicy } from '../access/people-merge.policy.js';
import { REQUEST_OPEN_HOURS } from '../model/account-request.js';
import { peopleMergeAsked } from '../model/identity.facts.js';
import { hoursAfter } from '../model/session-limits.js';
import { identityPaths } from '../paths.js';
import { Confirmers } from '../queries/confirmers.js';
import { mergeObstacle } from '../queries/merge-obstacle.js';
import { lockBoth } from './merge-organisations.js';
import { personById } from './person-by-id.js';

constraintMeans('uq_people_merge_open', 'reason', 'identity.merge-asked-already');

export interface WishToMerge {
  reason: string;
  /** How the administrator made sure that both accounts belong to one person. */
  identifiedBy: string;
  /** The authority whose officer or director may confirm; null: another administrator. */
  organiserId: string | null;
}

/** An administrator asks that two accounts of one person become one; another person confirms. Both accounts are told. */
@Injectable()
export class AskPeopleMerge {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly confirmers: Confirmers,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, fromId: string, intoId: string, wish: WishToMerge): Promise<void> {
    if (fromId === intoId) throw new Conflict('identity.merge-same');
    return this.uow.run(ctx, async (tx) => {
      const askedBy = tx.actor.personId!;
      const subject = { personId: fromId, intoId, askedBy: null, organiserId: wish.organiserId };
      demand(peopleMergePolicy, 'ask', tx.actor, subject);
      await lockBoth(tx, 'person', fromId, intoId);
      const obstacle = await mergeObstacle(tx, fromId, intoId);
      if (obstacle) throw new Conflict(obstacle);
      await this.confirmers.demand(tx, askedBy, [fromId, intoId], wish.organiserId);
      const id = await insert(tx, fromId, intoId, wish);
      const { reason, identifiedBy } = wish;
      for (const scopeId of [fromId, intoId])
        tx.record(peopleMergeAsked, { subjectId: id, scopeId, particulars: { fromId, intoId, reason, identifiedBy } });
      await this.tell(tx, fromId, intoId);
    });
  }

  /** Whoever has no second account learns at once that somebody says so. */
  private async tell(tx: Tx, fromId: string, intoId: string): Promise<void> {
    const [from, into] = [await personById(tx, fromId), await personById(tx, intoId)];
    for (const to of [from, into])
      await this.notices.queue(tx, {
        to,
        template: 'identity.account-merge-asked',
        kind: 'account',
        organiserId: null,
        data: { givenName: to.givenName, closes: from.fullName, stays: into.fullName },
        path: identityPaths.account,
      });
  }
}

/** One that nobody confirmed in time gives way to a new one. */
async function insert(tx: Tx, fromId: string, intoId: string, wish: WishToMerge): Promise<string> {
  const realNow = new Date();
  await tx.change('delete from identity.people_merge where person_id = $1 and confirmed_at is null and asked_at < $2', [
    fromId,
    hoursAfter(realNow, -REQUEST_OPEN_HOURS),
  ]);
  const id = newId();
  await tx.change(
    `insert into identity.people_merge (id, person_id, into_id, reason, identified_by, organiser_id, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, fromId, intoId, wish.reason, wish.identifiedBy, wish.organiserId, tx.actor.personId, realNow],
  );
  return id;
}
