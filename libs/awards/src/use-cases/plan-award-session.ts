import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { applicationPaths } from '#libs/applications';
import { directorAwards, lockCompetition } from '#libs/competitions';
import { PlanSession, sessionOf, sessionsOf } from '#libs/sessions';
import { awardPolicy } from '../access/award.policy.js';
import { AWARD, agendaItem, sessionWords } from '../model/agenda.js';
import { whyNoSession } from '../model/award-session.js';
import { readAllocation, withoutVote } from '../queries/read-allocation.js';

export interface AwardSessionPlan {
  plannedAt: Date;
  place: string;
}

/** Puts the allocation before the commission: one item for each proposal that has no decision yet. */
@Injectable()
export class PlanAwardSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planSession: PlanSession,
  ) {}

  /** Returns the id of the session. */
  execute(ctx: Context, competitionId: string, plan: AwardSessionPlan): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'plan', tx.actor, competition);
      const allocation = await readAllocation(tx, competition);
      const undecided = await withoutVote(tx, competition, allocation);
      const sessions = await sessionsOf(tx, competitionId, AWARD);
      const reason = whyNoSession(competition, { undecidedCount: undecided.length }, sessions);
      if (reason) throw new Conflict(reason);
      if (plan.plannedAt <= tx.now) throw invalidField('plannedAt', 'awards.session-in-past');
      return this.planSession.within(tx, {
        ...{ ...sessionOf(competition), ...sessionWords(competition.title), ...plan, kind: AWARD },
        items: undecided.map((row) => ({
          ...agendaItem(row, directorAwards(competition)),
          ...{ kind: AWARD, path: applicationPaths.reading(row.applicationId) },
        })),
      });
    });
  }
}
