import { Injectable } from '@nestjs/common';
import { competitionById, departmentAdmits, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { mendingDays } from '../use-cases/give-back.js';
import { likenessCount } from './likeness.js';
import { mendingOf, type Mending } from './mending.js';
import type { AdmissionOrder } from '../model/admission-order.js';
import { heldBy } from '../model/held-verdict.js';
import { admissionProposals, type AdmissionProposal } from './admission-proposals.js';
import { admissionOrder } from './read-admission-orders.js';

export interface ProposalAdmission {
  competition: CompetitionRow;
  proposal: AdmissionProposal;
  /** The verdict may be written: not decided yet, and nobody is about to decide on it. */
  canPrepare: boolean;
  held: 'order' | 'session' | null;
  isByOrder: boolean;
  /** The signed order that decided on it. */
  order: AdmissionOrder | null;
  /** Given back for mending (rule 38), now or before. */
  mending: Mending | null;
  /** It was not given back yet, and the rules know mending. */
  canGiveBack: boolean;
  mayRecheck: boolean;
  /** Passages that are told nearly alike elsewhere; null = nobody has looked yet. */
  likenessCount: number | null;
}

/** One proposal in the admission, for the officer's page. */
@Injectable()
export class AdmissionOfProposal {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, applicationId: string): Promise<ProposalAdmission> {
    const competition = await competitionById(this.db, competitionId);
    demand(admissionPolicy, 'see', ctx.actor, competition);
    const proposals = await admissionProposals(this.db, competition, applicationId);
    const proposal = proposals[0];
    if (!proposal) throw new NotFound();
    const held = heldBy(proposal);
    const isOpen = competition.state === 'admission' && proposal.state === 'submitted' && held === null;
    const mending = await mendingOf(this.db, applicationId);
    const mayAct = isOpen && admissionPolicy.prepare.allows(ctx.actor, competition);
    return {
      ...{ competition, proposal, mending, held },
      likenessCount: await likenessCount(this.db, competitionId, applicationId),
      isByOrder: departmentAdmits(competition),
      order: proposal.orderId && held === null ? await admissionOrder(this.db, proposal.orderId) : null,
      ...steps(mayAct, competition, mending),
    };
  }

  /** The next proposal without a verdict after this one in the register, else the first; null when all have one. */
  async nextWithoutVerdict(competitionId: string, registerCode: string): Promise<string | null> {
    const row = await this.db.one<{ id: string }>(
      `select a.id from applications.application a left join applications.admission_draft d on d.application_id = a.id
        where a.competition_id = $1 and a.state = 'submitted' and d.verdict is null and a.register_code <> $2
        order by a.register_code < $2, a.register_code limit 1`,
      [competitionId, registerCode],
    );
    return row?.id ?? null;
  }
}

/** What the officer may do with it now. */
function steps(
  mayAct: boolean,
  competition: CompetitionRow,
  mending: Mending | null,
): Pick<ProposalAdmission, 'canPrepare' | 'canGiveBack' | 'mayRecheck'> {
  if (!mayAct) return { canPrepare: false, canGiveBack: false, mayRecheck: false };
  return {
    canPrepare: mending?.state !== 'open' && mending?.state !== 'sent',
    canGiveBack: mending === null && mendingDays(competition) !== null,
    mayRecheck: mending?.state === 'sent',
  };
}
