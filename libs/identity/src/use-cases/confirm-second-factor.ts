import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { secondFactorOn } from '../model/identity.facts.js';
import { openSecret } from '../model/sealed-secret.js';
import { stepOfCode } from '../model/second-factor.js';
import { identityPaths } from '../paths.js';
import { advanceTo } from './redeem-code.js';
import { Attempts } from './attempts.js';
import { personById } from './person-by-id.js';
import { replaceRecoveryCodes } from './renew-recovery-codes.js';
import { endSessions } from './start-session.js';

export interface FirstCode {
  code: string;
  address: string;
  /** The session of this browser, which stays; all others end. */
  sessionId: string | null;
}

/** The first right code switches the second factor on. Returns the recovery codes, which nobody sees again. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly notices: Notices,
    @Inject(Config) private readonly config: Config,
  ) {}

  async execute(ctx: Context, given: FirstCode): Promise<string[]> {
    const personId = ctx.actor.personId!;
    const attempt = { email: ctx.actor.email, address: given.address };
    await this.attempts.count(ctx, 'second-factor', attempt);
    return this.uow.run(ctx, async (tx) => {
      const step = await stepOfCode(await this.pendingSecret(tx, personId), given.code, new Date());
      if (step === null) throw invalidField('code', 'identity.code-wrong');
      await tx.change('update identity.second_factor set confirmed_at = $2 where person_id = $1', [
        personId,
        new Date(),
      ]);
      await advanceTo(tx, personId, step);
      await this.attempts.forgive(tx, 'second-factor', attempt);
      await endSessions(tx, personId, given.sessionId);
      tx.record(secondFactorOn, { subjectId: personId });
      await this.tell(tx, personId);
      return replaceRecoveryCodes(tx, personId);
    });
  }

  private async pendingSecret(tx: Tx, personId: string): Promise<string> {
    const pending = await tx.one<{ sealed: Buffer }>(
      `select sealed_secret as sealed from identity.second_factor
        where person_id = $1 and confirmed_at is null for update`,
      [personId],
    );
    const secret = pending && openSecret(pending.sealed, personId, this.config.sessionSecret);
    if (!secret) throw new Conflict('identity.second-factor-not-begun');
    return secret;
  }

  private async tell(tx: Tx, personId: string): Promise<void> {
    const person = await personById(tx, personId);
    await this.notices.queue(tx, {
      to: person,
      template: 'identity.second-factor-on',
      kind: 'account',
      organiserId: null,
      data: { givenName: person.givenName },
      path: identityPaths.account,
    });
  }
}
