import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { organisationPolicy } from '../access/organisation.policy.js';
import { identityPaths } from '../paths.js';
import { InvitePerson, personByEmail, type NewPerson } from './invite-person.js';
import { RoleGrants } from './role-grants.js';

/** A person who acts for an organisation lets a colleague do so too. */
@Injectable()
export class InviteColleague {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invite: InvitePerson,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  async execute(ctx: Context, organisationId: string, person: NewPerson): Promise<void> {
    demand(organisationPolicy, 'invite', ctx.actor, { id: organisationId });
    await this.uow.run(ctx, async (tx) => {
      const organisation = await tx.one<{ name: string }>(
        'select short_name as name from identity.organisation where id = $1',
        [organisationId],
      );
      if (!organisation) throw new NotFound();
      const { personId } = await this.invite.within(tx, person);
      await this.grants.grant(tx, { personId, role: 'applicant', scopeKind: 'organisation', scopeId: organisationId });
      const known = await personByEmail(tx, person.email);
      if (known!.hasPassword)
        await this.notices.queue(tx, {
          to: known!,
          template: 'identity.colleague-added',
          kind: 'account',
          organiserId: null,
          data: { givenName: known!.givenName, organisation: organisation.name },
          path: identityPaths.organisation(organisationId),
        });
    });
  }
}
