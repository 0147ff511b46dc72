import { Injectable } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { PlanSession, sessionOf } from '#libs/sessions';
import { awardPolicy } from '../access/award.policy.js';
import { NEXT_AWARD, agendaItem, nextSessionWords } from '../model/agenda.js';
import { nextState } from '../queries/next-state.js';
import type { AwardSessionPlan } from './plan-award-session.js';

/** rule 50: puts the next in the rating before the commission, with the money that a refusal freed. */
@Injectable()
export class PlanNextSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planSession: PlanSession,
  ) {}

  /** Returns the id of the session. */
  execute(ctx: Context, competitionId: string, plan: AwardSessionPlan): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'plan', tx.actor, competition);
      const { reason, lines, rows, isByDirector } = await nextState(tx, competition);
      if (reason) throw new Conflict(reason);
      if (isByDirector) throw new Conflict('awards.next-by-director');
      if (plan.plannedAt <= tx.now) throw invalidField('plannedAt', 'awards.session-in-past');
      return this.planSession.within(tx, {
        ...{ ...sessionOf(competition), ...nextSessionWords(competition.title), ...plan, kind: NEXT_AWARD },
        items: lines.map((computed) => ({
          kind: NEXT_AWARD,
          path: applicationPaths.reading(computed.applicationId),
          ...agendaItem({ ...rows.find((row) => row.applicationId === computed.applicationId)!, computed }),
        })),
      });
    });
  }
}
