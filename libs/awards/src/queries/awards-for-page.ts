import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { awardPolicy } from '../access/award.policy.js';
import { isGiven } from '../model/award-change.js';
import { AWARD_COLUMNS, type StoredAward } from '../model/award.js';
import type { RatedProposal } from '../model/allocation.js';
import type { OrderHold } from '../ports/order-holds.port.js';
import { additionalState, type AdditionalState } from './additional-competition.js';
import { additionalOrders, type AdditionalOrder } from './additional-orders.js';
import { stepsOf, type AwardStep } from './award-steps.js';
import { changeState, type ChangeState } from './change-state.js';
import { nextState, type NextState } from './next-state.js';
import { orderHold } from './order-hold.js';
import { withTerms, type AwardWithTerm } from './offers.js';
import { ratedProposals } from './rated-proposals.js';

/** An award as it stands, with its proposal and what was answered. */
export interface GivenAward extends AwardWithTerm {
  proposal: RatedProposal;
  steps: AwardStep[];
}

export interface AwardsView {
  competition: CompetitionRow;
  /** In the order of the rating. */
  awards: GivenAward[];
  rated: RatedProposal[];
  /** The sum of what stands and what is offered. */
  givenKop: number;
  mayRegister: boolean;
  maySign: boolean;
  mayOpen: boolean;
  /** Who is next in the rating, and whether they can be offered the free money. */
  next: NextState;
  /** Why the additional order is not signed now: a court has stayed it. */
  hold: OrderHold | null;
  /** Awards that no longer follow the rating, once minutes have changed it. */
  change: ChangeState | null;
  additionalOrders: AdditionalOrder[];
  additional: AdditionalState;
}

/** What became of the awards after the order, for the staff. */
@Injectable()
export class AwardsForPage {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, competitionId: string): Promise<AwardsView> {
    const competition = await competitionById(this.db, competitionId);
    demand(awardPolicy, 'see', ctx.actor, competition);
    if (competition.state !== 'decided') throw new Conflict('awards.not-decided');
    const rated = await ratedProposals(this.db, competitionId);
    const awards = await givenAwards(this.db, competitionId, rated);
    const next = await nextState(this.db, competition);
    const given = (next.adopted.length > 0 ? next.adopted : next.lines).map(({ applicationId }) => applicationId);
    return {
      ...{ competition, awards, rated, next },
      hold: await orderHold(this.db, this.ports, ctx, competitionId, given),
      givenKop: awards.reduce((sum, { state, amountKop }) => sum + (isGiven(state) ? amountKop : 0), 0),
      mayRegister: awardPolicy.plan.allows(ctx.actor, competition),
      maySign: awardPolicy.order.allows(ctx.actor, competition),
      mayOpen: awardPolicy['open-additional'].allows(ctx.actor, competition),
      change: await changeState(this.db, this.ports, competition),
      additionalOrders: await additionalOrders(this.db, competitionId),
      additional: await additionalState(this.db, competition),
    };
  }
}

async function givenAwards(
  reader: Reader,
  competitionId: string,
  rated: readonly RatedProposal[],
): Promise<GivenAward[]> {
  const stored = await reader.rows<StoredAward>(
    `select ${AWARD_COLUMNS} from awards.award w where w.competition_id = $1`,
    [competitionId],
  );
  const awards = new Map((await withTerms(reader, stored)).map((award) => [award.applicationId, award]));
  const steps = await stepsOf(
    reader,
    stored.map(({ id }) => id),
  );
  return rated.flatMap((proposal) => {
    const award = awards.get(proposal.applicationId);
    return award ? [{ ...award, proposal, steps: steps.filter(({ awardId }) => awardId === award.id) }] : [];
  });
}
