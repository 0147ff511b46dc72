import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { awardPolicy } from '../access/award.policy.js';
import { EndAward } from './end-award.js';
import { lockAward } from './lock-award.js';

/** A letter in which an organisation refuses its award. */
export interface RefusalLetter {
  number: string;
  /** Kyiv day. */
  on: string;
  /** Public words. */
  reason: string;
}

/** rule 50: the officer registers the letter of a winner that refuses, before or after a contract was drawn up. */
@Injectable()
export class RegisterRefusal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly end: EndAward,
  ) {}

  execute(ctx: Context, applicationId: string, { number, on, reason }: RefusalLetter): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const of = await lockAward(tx, applicationId);
      demand(awardPolicy, 'plan', tx.actor, of.competition);
      if (on > kyivDay(tx.now)) throw invalidField('on', 'awards.letter-in-future');
      const action = of.award.state === 'offered' ? 'decline' : 'refuse';
      await this.end.within(tx, of, { action, reason, letter: { number, on } });
    });
  }
}
