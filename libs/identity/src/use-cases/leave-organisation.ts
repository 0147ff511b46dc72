import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound, invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { organisationPolicy } from '../access/organisation.policy.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { lockOrganisation } from '../queries/find-claim.js';
import { peopleWithRole } from '../queries/people-with-role.js';
import { RoleGrants } from './role-grants.js';

/**
 * A person ends the own right. The last one, while proposals wait for a decision, must say that this is understood:
 * nobody will mend, withdraw or answer for them any more.
 */
@Injectable()
export class LeaveOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, organisationId: string, { reason, isUnderstood }: { reason: string; isUnderstood: boolean }) {
    demand(organisationPolicy, 'leave', ctx.actor, { id: organisationId });
    return this.uow.run(ctx, async (tx) => {
      await lockOrganisation(tx, organisationId);
      const acting = await peopleWithRole(tx, organisationId, ['applicant']);
      const own = acting.find(({ personId }) => personId === tx.actor.personId);
      if (!own) throw new NotFound();
      const isLast = acting.length === 1;
      const open = isLast ? await this.ports.one(OrganisationWork).openProposals(tx, organisationId) : [];
      if (open.length > 0 && !isUnderstood)
        throw invalidField('isUnderstood', 'identity.leave-understand', { count: open.length });
      await this.grants.end(tx, own.grantId, reason);
    });
  }
}
