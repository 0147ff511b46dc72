import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionSettings, directorAwards, maxSum, stageOf, type CompetitionSettings } from '#libs/competitions';
import { recommendationsOf, type Recommendation } from '#libs/evaluation';
import { rightsOfOrganisations, type RightOfOrganisation } from '#libs/identity';
import { sessionsOf, type SessionListRow } from '#libs/sessions';
import { awardPolicy } from '../access/award.policy.js';
import type { Allocation } from '../model/allocation.js';
import { AWARD } from '../model/agenda.js';
import { HAS_RATING, whyNoSession } from '../model/award-session.js';
import { readAllocation, withoutVote } from './read-allocation.js';

export interface AllocationView {
  competition: CompetitionSettings;
  maxPoints: number;
  allocation: Allocation;
  /** Award sessions, newest first. */
  sessions: SessionListRow[];
  /** Null when a session can be planned now; else the code of the reason why not. */
  reason: string | null;
  /** The commission only advises. */
  isByDirector: boolean;
  canPlan: boolean;
  /** What the sheets advise, by proposal. */
  recommendations: Map<string, Recommendation>;
  /** By organisation. */
  rights: Map<string, RightOfOrganisation>;
}

/** The pot over the rating, for the staff of the organiser. */
@Injectable()
export class AllocationForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<AllocationView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(awardPolicy, 'see', ctx.actor, competition);
    if (!HAS_RATING.includes(stageOf(competition))) throw new Conflict('awards.not-rated');
    const allocation = await readAllocation(this.db, competition);
    const sessions = await sessionsOf(this.db, competitionId, AWARD);
    const undecidedCount = (await withoutVote(this.db, competition, allocation)).length;
    const reason = whyNoSession(competition, { undecidedCount }, sessions);
    return {
      competition,
      maxPoints: maxSum(competition.criteria),
      allocation,
      recommendations: await recommendationsOf(this.db, competitionId),
      rights: await rightsOfOrganisations(
        this.db,
        allocation.rows.map(({ organisationId }) => organisationId),
      ),
      sessions,
      reason,
      isByDirector: directorAwards(competition),
      canPlan: reason === null && awardPolicy.plan.allows(ctx.actor, competition),
    };
  }
}
