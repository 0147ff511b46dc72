import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { lastCommission } from '../queries/last-commission.js';
import { AppointCommissionMember } from './appoint-commission-member.js';

export interface TakenOver {
  /** Who of the earlier commission sits in this one too, with the same role and position. */
  personIds: readonly string[];
  /** One order about all of them (rule 36). */
  actNumber: string;
  actOn: string;
}

/** Last year's commission, or those of it who stay, is appointed anew by one order. */
@Injectable()
export class TakeOverCommission {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly appoint: AppointCommissionMember,
  ) {}

  execute(ctx: Context, competitionId: string, { personIds, ...order }: TakenOver): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'appoint', tx.actor, competition);
      const earlier = await lastCommission(tx, competition);
      const chosen = earlier.filter(({ personId }) => personIds.includes(personId));
      if (chosen.length === 0 || chosen.length < personIds.length)
        throw invalidField('takenIds', 'evaluation.choose-members');
      for (const { personId, ...seat } of chosen)
        await this.appoint.within(tx, competition, personId, { ...seat, ...order });
    });
  }
}
