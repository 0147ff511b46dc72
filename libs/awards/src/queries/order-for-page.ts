import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { rightsOfOrganisations, type RightOfOrganisation } from '#libs/identity';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { competitionById, directorAwards, stageOf, type CompetitionRow } from '#libs/competitions';
import { sessionsOf } from '#libs/sessions';
import { awardPolicy } from '../access/award.policy.js';
import { AWARD } from '../model/agenda.js';
import { HAS_RATING, isUnfinished } from '../model/award-session.js';
import type { Advice } from '../model/director-lines.js';
import type { Allocation } from '../model/allocation.js';
import { commissionAdvice } from './commission-advice.js';
import type { OrderHold } from '../ports/order-holds.port.js';
import { findOrder, type AwardOrder } from './find-order.js';
import { orderHold } from './order-hold.js';
import { readAllocation } from './read-allocation.js';

export interface OrderView {
  competition: CompetitionRow;
  allocation: Allocation;
  order: AwardOrder | null;
  /** The order itself decides; what the commission advised, by proposal. */
  isByDirector: boolean;
  advice: Map<string, Advice>;
  canSign: boolean;
  /** Why nobody signs it now: a court has stayed it. */
  hold: OrderHold | null;
  /** By organisation: the director sees where nobody has verified the right to act. */
  rights: Map<string, RightOfOrganisation>;
}

/** What the director puts into effect: the allocation as the commission adopted it, or as the rating gives it. */
@Injectable()
export class OrderForPage {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, competitionId: string): Promise<OrderView> {
    const competition = await competitionById(this.db, competitionId);
    demand(awardPolicy, 'see', ctx.actor, competition);
    if (!HAS_RATING.includes(stageOf(competition))) throw new Conflict('awards.not-rated');
    const allocation = await readAllocation(this.db, competition);
    const isByDirector = directorAwards(competition);
    const sessions = isByDirector ? await sessionsOf(this.db, competitionId, AWARD) : [];
    const isDecided = isByDirector ? !sessions.some(isUnfinished) : allocation.undecidedCount === 0;
    const order = (await findOrder(this.db, competitionId)) ?? null;
    const hold = order ? null : await orderHold(this.db, this.ports, ctx, competitionId, 'all');
    const isReady = competition.state === 'rated' && isDecided && !hold;
    return {
      competition,
      allocation,
      isByDirector,
      advice: isByDirector ? (await commissionAdvice(this.db, competitionId)).byProposal : new Map(),
      rights: await rightsOfOrganisations(
        this.db,
        allocation.rows.map(({ organisationId }) => organisationId),
      ),
      ...{ order, hold },
      canSign: isReady && awardPolicy.order.allows(ctx.actor, competition),
    };
  }
}
