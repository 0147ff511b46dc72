import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { secondFactorResetPolicy } from '../access/second-factor-reset.policy.js';
import { secondFactorReset, secondFactorResetRefused } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { SECOND_FACTOR_RESET } from '../queries/second-factor-resets.js';
import { personByEmail } from './invite-person.js';
import { lockRequest } from './lock-request.js';
import { personById } from './person-by-id.js';
import { endSessions } from './start-session.js';
import { forgetSecondFactor } from './switch-off-second-factor.js';

/** The second of two people confirms; the telephone that was lost opens nothing any more. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  execute(ctx: Context, resetId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const reset = await lockRequest(tx, SECOND_FACTOR_RESET, secondFactorResetPolicy, resetId);
      demand(secondFactorResetPolicy, 'confirm', tx.actor, reset);
      await tx.change('update identity.second_factor_reset set confirmed_by = $2, confirmed_at = $3 where id = $1', [
        ...[resetId, tx.actor.personId, new Date()],
      ]);
      tx.record(secondFactorReset, {
        subjectId: resetId,
        scopeId: reset.personId,
        particulars: { askedBy: reset.askedBy, confirmedBy: tx.actor.personId },
      });
      await this.forget(tx, reset.personId);
    });
  }

  /** Refused by the second person, or withdrawn by the first. */
  refuse(ctx: Context, resetId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const reset = await lockRequest(tx, SECOND_FACTOR_RESET, secondFactorResetPolicy, resetId);
      demand(secondFactorResetPolicy, 'refuse', tx.actor, reset);
      await tx.change('delete from identity.second_factor_reset where id = $1', [resetId]);
      tx.record(secondFactorResetRefused, { subjectId: resetId, scopeId: reset.personId });
    });
  }

  /** From the command line of the server, where there is nobody else to confirm; the fact says so. */
  fromServer(ctx: Context, email: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const person = await personByEmail(tx, email);
      if (!person) throw new NotFound();
      tx.record(secondFactorReset, {
        subjectId: newId(),
        scopeId: person.personId,
        particulars: { from: 'server', reason },
      });
      await this.forget(tx, person.personId);
    });
  }

  private async forget(tx: Tx, personId: string): Promise<void> {
    if ((await forgetSecondFactor(tx, personId)) === 0) throw new NotFound('identity.second-factor-is-off');
    await tx.change('delete from identity.second_factor_reset where person_id = $1 and confirmed_at is null', [
      personId,
    ]);
    await endSessions(tx, personId);
    const person = await personById(tx, personId);
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.second-factor-reset',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.signIn,
    });
  }
}
