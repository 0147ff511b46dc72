import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { peoplePolicy } from '../access/people.policy.js';
import { peopleMerged } from '../model/identity.facts.js';
import { endSessions } from './start-session.js';
import { lockBoth } from './merge-organisations.js';
import { RoleGrants, type NewGrant } from './role-grants.js';

/**
 * Two accounts of one person become one. Powers pass to the account that stays; what the other did stays under its
 * id, which leads there. Nothing is deleted.
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
  ) {}

  execute(ctx: Context, fromId: string, intoId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    if (fromId === intoId || fromId === ctx.actor.personId) throw new Conflict('identity.merge-same');
    return this.uow.run(ctx, async (tx) => {
      await lockBoth(tx, 'person', fromId, intoId);
      for (const grant of await activeGrants(tx, fromId)) {
        const { grantId, ...power } = grant;
        // A commission changes by an order: its sheets and votes belong to the person whom the order names.
        if (power.scopeKind === 'competition' || grant.isSubstitution) throw new Conflict('identity.merge-commission');
        const newGrantId = await this.grants.grant(tx, { ...power, personId: intoId });
        await tx.change('update identity.claim set grant_id = $2, person_id = $3 where grant_id = $1', [
          ...[grantId, newGrantId, intoId],
        ]);
        await this.grants.end(tx, grantId, reason);
      }
      await this.close(tx, fromId, intoId);
      for (const scopeId of [fromId, intoId])
        tx.record(peopleMerged, { subjectId: fromId, scopeId, particulars: { intoId, reason } });
    });
  }

  private async close(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await tx.change(
      `update identity.person set merged_into = $2, disabled_at = coalesce(disabled_at, $3)
        where id = $1 or merged_into = $1`,
      [fromId, intoId, tx.now],
    );
    await tx.change(
      `update identity.claim set state = 'ended', ended_at = $2 where person_id = $1 and state = 'claimed'`,
      [fromId, tx.now],
    );
    await endSessions(tx, fromId);
  }
}

type ActiveGrant = Omit<NewGrant, 'personId'> & { grantId: string; isSubstitution: boolean };

function activeGrants(tx: Tx, personId: string): Promise<ActiveGrant[]> {
  return tx.rows<ActiveGrant>(
    `select g.id as "grantId", g.role, g.scope_kind as "scopeKind", g.scope_id as "scopeId", g.position,
            g.act_number as "actNumber", g.act_on::text as "actOn",
            g.substitute_for is not null or exists (select from identity.role_grant s
                                                     where s.substitute_for = g.id and s.ended_on is null) as "isSubstitution"
       from identity.role_grant g where g.person_id = $1 and g.ended_on is null order by g.id`,
    [personId],
  );
}
