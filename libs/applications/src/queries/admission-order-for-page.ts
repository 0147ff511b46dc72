import { Injectable } from '@nestjs/common';
import { competitionById, departmentAdmits, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import type { AdmissionOrder, OrderedProposal } from '../model/admission-order.js';
import { admissionOrders, proposalsOfOrder, proposalsToOrder } from './read-admission-orders.js';

export interface AdmissionOrderView {
  competition: CompetitionRow;
  /** The order that waits for the director. */
  prepared: AdmissionOrder | null;
  /** What it decides; without it, what the officer would hand over now. */
  proposals: OrderedProposal[];
  /** Without a verdict yet. */
  undrafted: number;
  /** Left to the commission (rules 9, 10). */
  toVote: number;
  signed: AdmissionOrder[];
  /** The last one that came back, when nothing was prepared or signed after it. */
  returned: AdmissionOrder | null;
  can: { prepare: boolean; sign: boolean; giveBack: boolean };
}

/** The order on admission, for those who prepare it and for the director. */
@Injectable()
export class AdmissionOrderForPage {
  constructor(private readonly db: Database) {}

  /** @throws NotFound where the commission admits */
  async execute(ctx: Context, competitionId: string): Promise<AdmissionOrderView> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    if (!departmentAdmits(competition)) throw new NotFound();
    const orders = await admissionOrders(this.db, competitionId);
    const last = orders[0] ?? null;
    const inState = (state: AdmissionOrder['state']) => (last?.state === state ? last : null);
    const prepared = inState('prepared');
    const { proposals, undrafted, toVote } = await proposalsToOrder(this.db, competitionId);
    const canPrepare = prepared === null && proposals.length > 0 && undrafted === 0;
    return {
      ...{ competition, prepared, undrafted, toVote, returned: inState('returned') },
      proposals: prepared ? await proposalsOfOrder(this.db, prepared.id) : proposals,
      signed: orders.filter(({ state }) => state === 'signed'),
      can: canOf(ctx, competition, prepared, canPrepare),
    };
  }
}

function canOf(
  { actor }: Context,
  competition: CompetitionRow,
  prepared: AdmissionOrder | null,
  canPrepare: boolean,
): AdmissionOrderView['can'] {
  const allows = (what: 'prepare' | 'sign' | 'return') => admissionPolicy[what].allows(actor, competition);
  const isOpen = competition.state === 'admission';
  return {
    prepare: isOpen && canPrepare && allows('prepare'),
    sign: isOpen && prepared !== null && prepared.preparedBy !== actor.personId && allows('sign'),
    giveBack: prepared !== null && allows('return'),
  };
}
