import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { peoplePolicy } from '../access/people.policy.js';
import type { Role } from '../model/roles.js';
import { RoleGrants } from './role-grants.js';

/** Roles that an administrator ends here; the commission changes by an order, with its own consequences. */
export const ENDED_BY_ADMINISTRATOR: readonly Role[] = ['administrator', 'officer', 'director', 'applicant'];

@Injectable()
export class EndRole {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
  ) {}

  execute(ctx: Context, grantId: string, reason: string): Promise<void> {
    demand(peoplePolicy, 'end', ctx.actor, null);
    return this.uow.run(ctx, async (tx) => {
      const role = await roleOf(tx, grantId);
      if (!ENDED_BY_ADMINISTRATOR.includes(role)) throw new Conflict('identity.commission-by-order');
      if (role === 'administrator') await demandAnotherAdministrator(tx);
      await this.grants.end(tx, grantId, reason);
    });
  }
}

async function roleOf(tx: Tx, grantId: string): Promise<Role> {
  const grant = await tx.one<{ role: Role }>(
    'select role from identity.role_grant where id = $1 and ended_on is null',
    [grantId],
  );
  if (!grant) throw new NotFound();
  return grant.role;
}

/** Two administrators who end each other at once meet at these locks. */
async function demandAnotherAdministrator(tx: Tx): Promise<void> {
  const active = await tx.rows(
    `select id from identity.role_grant where role = 'administrator' and ended_on is null order by id for update`,
  );
  if (active.length < 2) throw new Conflict('identity.last-administrator');
}
