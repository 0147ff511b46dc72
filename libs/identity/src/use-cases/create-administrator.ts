import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { identityPaths } from '../paths.js';
import { InvitePerson, personByEmail, type NewPerson } from './invite-person.js';
import { issueToken } from './issue-token.js';
import { RoleGrants } from './role-grants.js';

/** Makes the first administrator, from the command line of the server: whoever has that needs no other power. */
@Injectable()
export class CreateAdministrator {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invite: InvitePerson,
    private readonly grants: RoleGrants,
  ) {}

  /** Returns the path of an invitation, or null when the person has a password already. */
  execute(ctx: Context, person: NewPerson): Promise<string | null> {
    return this.uow.run(ctx, async (tx) => {
      const { personId } = await this.invite.within(tx, person);
      await this.grants.grant(tx, { personId, role: 'administrator', scopeKind: 'system', scopeId: null });
      const known = await personByEmail(tx, person.email);
      if (known!.hasPassword) return null;
      return identityPaths.invitation(await issueToken(tx, 'invitation', { personId }));
    });
  }
}
