import { Injectable } from '@nestjs/common';
import { competitionSettings, stageOf, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { sessionsOf } from '#libs/sessions';
import { ALLOCATION_WAYS, type AllocationWay } from '#libs/terms';
import { awardPolicy } from '../access/award.policy.js';
import { AWARD } from '../model/agenda.js';
import type { RatedProposal } from '../model/allocation.js';
import { HAS_RATING, isUnfinished } from '../model/award-session.js';
import { BEST_SET_MAX } from '../model/scenario/best-set.js';
import { hasGroupSum, laid, type Candidate, type Scenario, type ScenarioLine } from '../model/scenario/scenario.js';
import { waysOf } from '../model/scenario/ways-of.js';
import { candidatesOf, chosenWay } from './chosen-way.js';
import { ratedProposals } from './rated-proposals.js';
import { potRulesOf } from './read-allocation.js';

export interface LaidScenario extends Scenario {
  lines: ScenarioLine[];
  isAllowed: boolean;
  isChosen: boolean;
}

export interface ScenariosView {
  competition: CompetitionSettings;
  rated: RatedProposal[];
  candidates: Candidate[];
  /** The strict one first. */
  scenarios: LaidScenario[];
  canChoose: boolean;
}

/** Several ways to lay the pot side by side; each is a proposal, and only signed minutes and the order decide. */
@Injectable()
export class ScenariosForPage {
  constructor(private readonly db: Database) {}

  /** `sums`: of a group, by the kind of group; a way without its sum is not laid. */
  async execute(
    ctx: Context,
    competitionId: string,
    sums: { priority: number | null; district: number | null },
  ): Promise<ScenariosView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(awardPolicy, 'see', ctx.actor, competition);
    if (!HAS_RATING.includes(stageOf(competition))) throw new Conflict('awards.not-rated');
    const rated = await ratedProposals(this.db, competitionId);
    const candidates = await candidatesOf(this.db, competition, rated);
    const chosen = (await chosenWay(this.db, competitionId)) ?? { way: 'top-down', groupKop: null };
    const allowed = waysOf(competition);
    const sumOf = (way: AllocationWay) => (way.startsWith('priority-') ? sums.priority : sums.district);
    const scenarios = ALLOCATION_WAYS.filter((way) => !hasGroupSum(way) || sumOf(way) !== null)
      .filter((way) => way !== 'portfolio' || candidates.length <= BEST_SET_MAX)
      .map((way): LaidScenario => {
        const scenario = { way, groupKop: hasGroupSum(way) ? sumOf(way) : null };
        const isChosen = way === chosen.way && scenario.groupKop === chosen.groupKop;
        const lines = laid(scenario, potRulesOf(competition), candidates);
        return { ...scenario, lines, isAllowed: allowed.includes(way), isChosen };
      });
    const sessions = await sessionsOf(this.db, competitionId, AWARD);
    const isOpen = competition.state === 'rated' && !sessions.some(isUnfinished) && rated.every((row) => !row.adopted);
    const canChoose = isOpen && allowed.length > 1 && awardPolicy.plan.allows(ctx.actor, competition);
    return { competition, rated, candidates, scenarios, canChoose };
  }
}
