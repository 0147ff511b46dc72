import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { substitutionPolicy } from '../access/substitution.policy.js';
import { identityPaths } from '../paths.js';
import { openSubstitution, type Substitution } from '../queries/substitutions.js';
import { personById } from './person-by-id.js';
import { RoleGrants } from './role-grants.js';

/** Whoever comes back early takes the power back at once; a substitution that has not begun is called off. */
@Injectable()
export class EndSubstitution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, substitutionId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const substitution = await openSubstitution(tx, substitutionId);
      if (!substitution) throw new NotFound();
      demand(substitutionPolicy, 'end', tx.actor, substitution);
      await this.grants.end(tx, substitutionId, reason);
      await this.tell(tx, substitution);
    });
  }

  private async tell(tx: Tx, substitution: Substitution): Promise<void> {
    for (const personId of [substitution.substituteId, substitution.holderId]) {
      const to = await personById(tx, personId);
      await this.notices.queue(tx, {
        to,
        template: 'identity.substitution-ended',
        kind: 'account',
        organiserId: substitution.organiserId,
        data: { givenName: to.givenName, substitute: substitution.substituteName, holder: substitution.holderName },
        path: identityPaths.desk,
      });
    }
  }
}
