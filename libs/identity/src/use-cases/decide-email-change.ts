import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { emailChangePolicy } from '../access/email-change.policy.js';
import { emailChangeRefused, emailChanged } from '../model/identity.facts.js';
import { EMAIL_CHANGE, type AskedEmailChange } from '../queries/email-changes.js';
import { ReplaceEmail } from './replace-email.js';
import { personByEmail } from './invite-person.js';
import { lockRequest } from './lock-request.js';

/** The second of two people confirms the new address of an account, or refuses it. */
@Injectable()
export class DecideEmailChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly replace: ReplaceEmail,
  ) {}

  confirm(ctx: Context, changeId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const change = await lockRequest<AskedEmailChange>(tx, EMAIL_CHANGE, emailChangePolicy, changeId);
      demand(emailChangePolicy, 'confirm', tx.actor, change);
      await tx.change('update identity.email_change set confirmed_by = $2, confirmed_at = $3 where id = $1', [
        ...[changeId, tx.actor.personId, new Date()],
      ]);
      if (await personByEmail(tx, change.newEmail)) throw new Conflict('identity.email-of-another');
      await this.replace.within(tx, change.personId, change.newEmail);
      tx.record(emailChanged, {
        subjectId: changeId,
        scopeId: change.personId,
        particulars: { askedBy: change.askedBy, confirmedBy: tx.actor.personId },
        personal: { before: change.email, after: change.newEmail },
      });
    });
  }

  refuse(ctx: Context, changeId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const change = await lockRequest<AskedEmailChange>(tx, EMAIL_CHANGE, emailChangePolicy, changeId);
      demand(emailChangePolicy, 'refuse', tx.actor, change);
      await tx.change('delete from identity.email_change where id = $1', [changeId]);
      tx.record(emailChangeRefused, { subjectId: changeId, scopeId: change.personId });
    });
  }

  /** From the command line of the server, where there is nobody else to confirm; the fact says so. */
  fromServer(ctx: Context, oldEmail: string, newEmail: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const person = await personByEmail(tx, oldEmail);
      if (!person || person.isDisabled) throw new NotFound();
      await this.replace.within(tx, person.personId, newEmail);
      tx.record(emailChanged, {
        subjectId: newId(),
        scopeId: person.personId,
        particulars: { from: 'server', reason },
        personal: { before: oldEmail, after: newEmail },
      });
    });
  }
}
