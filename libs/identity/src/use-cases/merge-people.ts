import { Injectable } from '@nestjs/common';
import { handOverNotices, Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { peoplePolicy } from '../access/people.policy.js';
import { peopleMerged } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { endSessions } from './start-session.js';
import { lockBoth } from './merge-organisations.js';
import { personById } from './person-by-id.js';
import { RoleGrants, type NewGrant } from './role-grants.js';

/**
 * Two accounts of one person become one. Powers, claims and the cabinet pass to the account that stays; what the other
 * did stays under its id, which leads there. Nothing is deleted.
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, fromId: string, intoId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    if (fromId === intoId) throw new Conflict('identity.merge-same');
    // Nobody takes powers into an own account.
    if ([fromId, intoId].includes(ctx.actor.personId!)) throw new Forbidden('identity.merge-own');
    return this.uow.run(ctx, async (tx) => {
      await lockBoth(tx, 'person', fromId, intoId);
      await demandOpen(tx, intoId);
      await makeRoomForClaims(tx, fromId, intoId);
      for (const grant of await activeGrants(tx, fromId)) await this.movePower(tx, grant, intoId, reason);
      await handOverNotices(tx, fromId, intoId);
      await close(tx, fromId, intoId);
      for (const scopeId of [fromId, intoId])
        tx.record(peopleMerged, { subjectId: fromId, scopeId, particulars: { intoId, reason } });
      await this.tell(tx, fromId, intoId);
    });
  }

  private async movePower(tx: Tx, grant: ActiveGrant, intoId: string, reason: string): Promise<void> {
    const { grantId, isSubstitution, ...power } = grant;
    // A commission changes by an order: its sheets and votes belong to the person whom the order names.
    if (power.scopeKind === 'competition' || isSubstitution) throw new Conflict('identity.merge-commission');
    const newGrantId = await this.grants.grant(tx, { ...power, personId: intoId });
    await tx.change('update identity.claim set grant_id = $2, person_id = $3 where grant_id = $1', [
      ...[grantId, newGrantId, intoId],
    ]);
    await this.grants.end(tx, grantId, reason);
  }

  /** Both mailboxes: the one that opens nothing any more, and the one that opens everything. */
  private async tell(tx: Tx, fromId: string, intoId: string): Promise<void> {
    const [from, into] = [await personById(tx, fromId), await personById(tx, intoId)];
    for (const to of [{ ...from, personId: null }, into])
      await this.notices.queue(tx, {
        to,
        template: to.personId ? 'identity.account-received' : 'identity.account-merged',
        kind: 'account',
        organiserId: null,
        data: { givenName: to.givenName },
        path: identityPaths.signIn,
      });
  }
}

async function demandOpen(tx: Tx, personId: string): Promise<void> {
  const open = await tx.one('select 1 from identity.person where id = $1 and disabled_at is null', [personId]);
  if (!open) throw new Conflict('identity.merge-into-closed');
}

/** Nobody verified the own right by another account; of two claims to one code the one with a power stays. */
async function makeRoomForClaims(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const own = await tx.one(
    `select 1 from identity.claim
      where person_id = $1 and decided_by = $2 or person_id = $2 and decided_by = $1 limit 1`,
    [fromId, intoId],
  );
  if (own) throw new Conflict('identity.merge-own-claim');
  await tx.change(
    `update identity.claim c set state = 'ended', ended_at = $3
      where c.person_id = $2 and c.state = 'claimed'
        and exists (select from identity.claim f
                     where f.person_id = $1 and f.edrpou = c.edrpou and f.state = 'claimed' and f.grant_id is not null)`,
    [fromId, intoId, tx.now],
  );
}

async function close(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.change(
    `update identity.person set merged_into = $2, disabled_at = coalesce(disabled_at, $3)
      where id = $1 or merged_into = $1`,
    [fromId, intoId, tx.now],
  );
  await tx.change(
    `update identity.claim set state = 'ended', ended_at = $2 where person_id = $1 and state = 'claimed'`,
    [fromId, tx.now],
  );
  await tx.change('update identity.one_time_token set used_at = $2 where person_id = $1 and used_at is null', [
    fromId,
    new Date(),
  ]);
  await tx.change('delete from identity.email_change where person_id = $1 and confirmed_at is null', [fromId]);
  await endSessions(tx, fromId);
}

type ActiveGrant = Omit<NewGrant, 'personId'> & { grantId: string; isSubstitution: boolean };

function activeGrants(tx: Tx, personId: string): Promise<ActiveGrant[]> {
  return tx.rows<ActiveGrant>(
    `select g.id as "grantId", g.role, g.scope_kind as "scopeKind", g.scope_id as "scopeId", g.position,
            g.act_number as "actNumber", g.act_on::text as "actOn", g.until_on::text as "untilOn",
            g.substitute_for is not null or exists (select from identity.role_grant s
                                                     where s.substitute_for = g.id and s.ended_on is null
                                                       and s.until_on >= (select identity.today())) as "isSubstitution"
       from identity.role_grant g
      where g.person_id = $1 and g.ended_on is null and (g.until_on is null or g.until_on >= (select identity.today()))
      order by g.id`,
    [personId],
  );
}
