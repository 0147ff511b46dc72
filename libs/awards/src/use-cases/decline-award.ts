import { Injectable } from '@nestjs/common';
import { applicationPolicy } from '#libs/applications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { EndAward } from './end-award.js';
import { lockAward } from './lock-award.js';

/** The organisation itself declines less than it asked for (rule 49), or refuses what it won (rule 50). */
@Injectable()
export class DeclineAward {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly end: EndAward,
  ) {}

  execute(ctx: Context, applicationId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const of = await lockAward(tx, applicationId);
      demand(applicationPolicy, 'send', tx.actor, of.application);
      await this.end.within(tx, of, { action: of.award.state === 'offered' ? 'decline' : 'refuse', reason });
    });
  }
}
