import { Inject, Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { secondFactorOff } from '../model/identity.facts.js';
import { SECOND_FACTOR_ROLES } from '../model/second-factor.js';
import { DemandCode, type CodeOfActor } from './demand-code.js';

/** Only for whom it is optional; a code is asked first. */
@Injectable()
export class SwitchOffSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly code: DemandCode,
    @Inject(Config) private readonly config: Config,
  ) {}

  async execute(ctx: Context, given: CodeOfActor): Promise<void> {
    if (this.config.production && holds(ctx.actor, SECOND_FACTOR_ROLES))
      throw new Conflict('identity.second-factor-required');
    await this.code.count(ctx, given);
    await this.uow.run(ctx, async (tx) => {
      await this.code.within(tx, given);
      await forgetSecondFactor(tx, ctx.actor.personId!);
      tx.record(secondFactorOff, { subjectId: ctx.actor.personId! });
    });
  }
}

/** The secret and its recovery codes; returns how many there were, none or one. */
export const forgetSecondFactor = (tx: Tx, personId: string): Promise<number> =>
  tx.change('delete from identity.second_factor where person_id = $1', [personId]);
