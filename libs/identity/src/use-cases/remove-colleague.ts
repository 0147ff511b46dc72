import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { organisationPolicy } from '../access/organisation.policy.js';
import { identityPaths } from '../paths.js';
import { lockOrganisation } from '../queries/find-claim.js';
import { peopleWithRole } from '../queries/people-with-role.js';
import { RoleGrants } from './role-grants.js';

/** A colleague does not act for the organisation any more. Whose own right is verified goes only by one like it. */
@Injectable()
export class RemoveColleague {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, organisationId: string, grantId: string, reason: string): Promise<void> {
    demand(organisationPolicy, 'remove', ctx.actor, { id: organisationId });
    return this.uow.run(ctx, async (tx) => {
      await lockOrganisation(tx, organisationId);
      const acting = await peopleWithRole(tx, organisationId, ['applicant']);
      const colleague = acting.find((one) => one.grantId === grantId);
      // The lock may have been waited for: whoever was removed meanwhile removes nobody.
      const own = acting.find(({ personId }) => personId === tx.actor.personId);
      if (!colleague || !own) throw new NotFound();
      if (colleague.grantId === own.grantId) throw new Conflict('identity.remove-own');
      const verified = await verifiedGrants(tx, organisationId);
      if (verified.has(grantId) && !verified.has(own.grantId)) throw new Conflict('identity.remove-verified');
      await this.grants.end(tx, grantId, reason);
      await this.notices.queue(tx, {
        to: colleague,
        kind: 'account',
        organiserId: null,
        template: 'identity.right-ended',
        data: { givenName: colleague.fullName, reason },
        path: identityPaths.desk,
      });
    });
  }
}

async function verifiedGrants(tx: Tx, organisationId: string): Promise<Set<string>> {
  const rows = await tx.rows<{ grantId: string }>(
    `select grant_id as "grantId" from identity.claim where organisation_id = $1 and state = 'verified'`,
    [organisationId],
  );
  return new Set(rows.map(({ grantId }) => grantId));
}
