import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Notices } from '#libs/notifications';
import { identityPaths } from '../paths.js';
import { Attempts, type Attempt } from './attempts.js';
import { InvitePerson, personByEmail, type KnownPerson } from './invite-person.js';
import { issueToken } from './issue-token.js';

/**
 * A new letter with a link: to set another password, or the first one when the invitation was lost or is over.
 * The page says the same for an address that nobody here has.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly invite: InvitePerson,
    private readonly notices: Notices,
  ) {}

  async execute(ctx: Context, attempt: Attempt): Promise<void> {
    await this.attempts.count(ctx, 'password-reset', attempt);
    await this.uow.run(ctx, async (tx) => {
      const known = await personByEmail(tx, attempt.email);
      // A closed account: a link would open nothing, and the page says the same as always.
      if (!known || known.isDisabled) return;
      if (known.hasPassword) await this.sendLink(tx, known);
      else await this.invite.sendLink(tx, known);
    });
  }

  private async sendLink(tx: Tx, known: KnownPerson): Promise<void> {
    const token = await issueToken(tx, 'password-reset', { personId: known.personId });
    await this.notices.queue(tx, {
      to: known,
      template: 'identity.password-reset',
      kind: 'account',
      organiserId: null,
      data: { givenName: known.givenName },
      path: identityPaths.setPassword(token),
      holdsSecret: true,
    });
  }
}
