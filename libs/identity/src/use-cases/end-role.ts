import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { peoplePolicy } from '../access/people.policy.js';
import { INVITED_ROLES, type Role } from '../model/roles.js';
import { RoleGrants } from './role-grants.js';

/** Roles that an administrator ends here; the commission changes by an order, with its own consequences. */
export const ENDED_BY_ADMINISTRATOR: readonly Role[] = [...INVITED_ROLES, 'applicant'];

@Injectable()
export class EndRole {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
  ) {}

  execute(ctx: Context, grantId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'end', ctx.actor, null);
    return this.uow.run(ctx, async (tx) => {
      const grant = await activeGrant(tx, grantId);
      const { role } = grant;
      if (!ENDED_BY_ADMINISTRATOR.includes(role)) throw new Conflict('identity.commission-by-order');
      if (role === 'administrator') await demandAnotherAdministrator(tx, grant.personId);
      await this.grants.end(tx, grantId, reason);
    });
  }
}

async function activeGrant(tx: Tx, grantId: string): Promise<{ role: Role; personId: string }> {
  const grant = await tx.one<{ role: Role; personId: string }>(
    'select role, person_id as "personId" from identity.role_grant where id = $1 and ended_on is null',
    [grantId],
  );
  if (!grant) throw new NotFound();
  return grant;
}

/**
 * Somebody else must stay who can sign in as administrator. Two administrators who end or disable each other at once
 * meet at these locks.
 */
export async function demandAnotherAdministrator(tx: Tx, personId: string): Promise<void> {
  const active = await tx.rows<{ personId: string }>(
    `select person_id as "personId" from identity.role_grant
      where role = 'administrator' and ended_on is null order by id for update`,
  );
  const others = active.filter((one) => one.personId !== personId).map((one) => one.personId);
  // A statement of its own: it must see what the holder of the locks has just committed.
  const able = await tx.one('select 1 from identity.person where id = any($1) and disabled_at is null limit 1', [
    others,
  ]);
  if (!able) throw new Conflict('identity.last-administrator');
}
