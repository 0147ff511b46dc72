import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, invalidField } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { emailChangeAsked, emailChanged } from '../model/identity.facts.js';
import { verifyPassword } from '../model/password-hash.js';
import { identityPaths } from '../paths.js';
import { Attempts } from './attempts.js';
import { personByEmail } from './invite-person.js';
import { issueToken } from './issue-token.js';
import { personById } from './person-by-id.js';
import { linkOf, redeemToken } from './redeem-token.js';
import { ReplaceEmail } from './replace-email.js';

export interface OwnEmailChange {
  email: string;
  password: string;
  /** The network address of the browser. */
  address: string;
}

/**
 * A person moves to another mailbox: the password, a link to the new one, a word to the old one. The page says the
 * same whether anybody here has the new address; the letter to it says what is true.
 */
@Injectable()
export class ChangeOwnEmail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly notices: Notices,
    private readonly replace: ReplaceEmail,
  ) {}

  async ask(ctx: Context, wish: OwnEmailChange): Promise<void> {
    const { personId, email } = ctx.actor;
    if (!personId) throw new Forbidden();
    await this.attempts.count(ctx, 'email-change', { email, address: wish.address });
    const row = await this.db.one<{ hash: string | null }>(
      'select password_hash as hash from identity.person where id = $1',
      [personId],
    );
    if (!(await verifyPassword(row?.hash ?? null, wish.password)))
      throw invalidField('password', 'identity.password-wrong');
    if (wish.email.toLowerCase() === email.toLowerCase()) throw invalidField('email', 'identity.email-same');
    await this.uow.run(ctx, async (tx) => {
      await this.writeToNew(tx, personId, wish.email);
      await this.writeToOld(tx, personId);
      tx.record(emailChangeAsked, {
        subjectId: personId,
        scopeId: personId,
        particulars: { by: 'owner' },
        personal: { newEmail: wish.email },
      });
    });
  }

  /** Whoever opens the link of the letter reads the new mailbox. @throws Conflict when the link is over. */
  async confirm(ctx: Context, token: string): Promise<void> {
    const link = await linkOf(this.db, token, 'email-change');
    if (link.state !== 'valid') throw new Conflict('identity.link-over');
    await this.uow.run(ctx, async (tx) => {
      await redeemToken(tx, token, 'email-change');
      if (await personByEmail(tx, link.email)) throw new Conflict('identity.link-over');
      const before = await personById(tx, link.personId!);
      await this.replace.within(tx, link.personId!, link.email);
      tx.record(emailChanged, {
        subjectId: link.personId!,
        scopeId: link.personId!,
        particulars: { by: 'owner' },
        personal: { before: before.email, after: link.email },
      });
    });
  }

  private async writeToNew(tx: Tx, personId: string, email: string): Promise<void> {
    const known = await personByEmail(tx, email);
    if (known?.isDisabled) return;
    if (known) {
      await this.notices.queue(tx, {
        to: known,
        template: 'identity.email-of-known',
        kind: 'account',
        organiserId: null,
        data: { givenName: known.givenName },
        path: identityPaths.signIn,
      });
      return;
    }
    await tx.change(
      `update identity.one_time_token set used_at = $2
        where person_id = $1 and purpose = 'email-change' and used_at is null`,
      [personId, new Date()],
    );
    const token = await issueToken(tx, 'email-change', { personId, email: email.trim() });
    await this.notices.queue(tx, {
      to: { personId: null, email: email.trim(), language: tx.ctx.lang },
      template: 'identity.email-to-confirm',
      kind: 'account',
      organiserId: null,
      path: identityPaths.confirmEmail(token),
      holdsSecret: true,
    });
  }

  private async writeToOld(tx: Tx, personId: string): Promise<void> {
    const person = await personById(tx, personId);
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.email-change-own',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.account,
    });
  }
}
