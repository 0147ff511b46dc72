import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Notices } from '#libs/notifications';
import { identityPaths } from '../paths.js';
import { Attempts, type Attempt } from './attempts.js';
import { InvitePerson, personByEmail, type KnownPerson } from './invite-person.js';
import { issueToken } from './issue-token.js';

/**
 * A visitor asks for an account. The page says the same whatever happens; the letter says what is true.
 * Nobody becomes a person of the system before the address is proved to be theirs.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly invite: InvitePerson,
    private readonly notices: Notices,
  ) {}

  async execute(ctx: Context, attempt: Attempt): Promise<void> {
    await this.attempts.count(ctx, 'sign-up', attempt);
    await this.uow.run(ctx, async (tx) => {
      const known = await personByEmail(tx, attempt.email);
      if (known?.isDisabled) return;
      if (!known) await this.welcome(tx, attempt.email);
      else if (known.hasPassword) await this.remind(tx, known);
      else await this.invite.sendLink(tx, known);
    });
  }

  private async welcome(tx: Tx, email: string): Promise<void> {
    const token = await issueToken(tx, 'sign-up', { email });
    await this.notices.queue(tx, {
      to: { personId: null, email, language: tx.ctx.lang },
      template: 'identity.sign-up',
      kind: 'account',
      organiserId: null,
      path: identityPaths.completeSignUp(token),
      holdsSecret: true,
    });
  }

  private async remind(tx: Tx, known: KnownPerson): Promise<void> {
    await this.notices.queue(tx, {
      to: known,
      template: 'identity.already-registered',
      kind: 'account',
      organiserId: null,
      data: { givenName: known.givenName },
      path: identityPaths.signIn,
    });
  }
}
