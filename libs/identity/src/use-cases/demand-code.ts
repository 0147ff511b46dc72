import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import type { Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { Attempts } from './attempts.js';
import { redeemCode } from './redeem-code.js';

/** A code that a signed-in person gives once more, before something weighty. */
export interface CodeOfActor {
  code: string;
  address: string;
}

/** Asks the actor for a code: counted before the transaction, used up inside of it. */
@Injectable()
export class DemandCode {
  constructor(
    private readonly attempts: Attempts,
    @Inject(Config) private readonly config: Config,
  ) {}

  count(ctx: Context, given: CodeOfActor): Promise<void> {
    return this.attempts.count(ctx, 'second-factor', { email: ctx.actor.email, address: given.address });
  }

  /** @throws InvalidInput at the field `code`. */
  async within(tx: Tx, given: CodeOfActor): Promise<void> {
    const { personId, email } = tx.actor;
    if (!(await redeemCode(tx, personId!, given.code, this.config.sessionSecret)))
      throw invalidField('code', 'identity.code-wrong');
    await this.attempts.forgive(tx, 'second-factor', { email, address: given.address });
  }
}
