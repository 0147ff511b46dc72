import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database, UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { signedIn } from '../model/identity.facts.js';
import { waitingSession } from '../queries/waiting-session.js';
import { Attempts } from './attempts.js';
import { redeemCode } from './redeem-code.js';
import { Consents } from './consents.js';
import { endSession, startSession, type Begun } from './start-session.js';

export interface CodeGiven {
  /** The secret of the session that waits for the code. */
  token: string;
  code: string;
  address: string;
  device: string;
}

/** The second step of signing in: a right code turns the waiting session into a whole one with another secret. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly consents: Consents,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws Conflict when too much time has passed since the password. */
  async execute(ctx: Context, given: CodeGiven): Promise<Begun> {
    const waiting = await waitingSession(this.db, given.token);
    if (!waiting) throw new Conflict('identity.code-too-late');
    const { id, personId, email } = waiting;
    const attempt = { email, address: given.address };
    await this.attempts.count(ctx, 'second-factor', attempt);
    return this.uow.run(ctx, async (tx) => {
      if (!(await redeemCode(tx, personId, given.code, this.config.sessionSecret)))
        throw invalidField('code', 'identity.code-wrong');
      if ((await endSession(tx, id, personId)) === 0) throw new Conflict('identity.code-too-late');
      await this.attempts.forgive(tx, 'second-factor', attempt);
      tx.record(signedIn, { subjectId: personId, particulars: { secondFactor: true } });
      const awaitsConsent = await this.consents.isDue(tx, personId);
      const session = await startSession(tx, personId, given.device, { awaitsConsent });
      return { session, awaitsCode: false, awaitsConsent };
    });
  }
}
