import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { applicationPaths } from '#libs/applications';
import { directorAwards, lockCompetition } from '#libs/competitions';
import { PlanSession, sessionsOf, type Procedure } from '#libs/sessions';
import { slotValue, type RuleSet } from '#libs/terms';
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
        scopeId: competition.id,
        organiserId: competition.organiserId,
        coOrganiserId: competition.coOrganiserId,
        kind: AWARD,
        ...sessionWords(competition.title),
        procedure: procedureOf(competition.ruleSet!),
        ...plan,
        items: undecided.map((row) => ({
          kind: AWARD,
          path: applicationPaths.reading(row.applicationId),
          ...agendaItem(row, directorAwards(competition)),
        })),
      });
    });
  }
}

/** How the commission decides is frozen with the rules of the competition (rule 30). */
export function procedureOf(ruleSet: RuleSet): Procedure {
  return {
    quorum: slotValue(ruleSet, 'commissionQuorum'),
    majority: slotValue(ruleSet, 'decisionMajority'),
    chairBreaksTie: slotValue(ruleSet, 'chairBreaksTie'),
  };
}
