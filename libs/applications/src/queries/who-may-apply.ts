import { Injectable } from '@nestjs/common';
import { competitionById, competitionPolicy, type CompetitionRow } from '#libs/competitions';
import { demand, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { Check } from '../model/check.js';
import { isReceiving } from '../model/application.lifecycle.js';
import { isEligible } from '../model/eligibility.js';
import { earlierProposals, type EarlierProposal } from './earlier-proposals.js';
import { eligibilityOf, type OrganisationEligibility } from './eligibility.js';
import { knownToOrganiser } from './known-to-organiser.js';

export interface ApplyView {
  competition: CompetitionRow;
  /** Null while proposals are received, else the code of the reason. */
  closedBecause: string | null;
  organisations: (OrganisationEligibility & {
    isEligible: boolean;
    /** Something that the commission may refuse for, though it does not stop the submission. */
    isDoubtful: boolean;
    proposals: { id: string; title: string; state: string }[];
    /** What the registers of the organiser hold against it, for the commission. */
    known: Check[];
    /** Of other competitions: a new one may begin from them. */
    earlier: EarlierProposal[];
  })[];
}

/** For a person: each of their organisations, what it meets of the requirements, and its proposals there are already. */
@Injectable()
export class WhoMayApply {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<ApplyView> {
    const competition = await competitionById(this.db, competitionId);
    demand(competitionPolicy, 'see', ctx.actor, competition);
    const { state: competitionState, opensAt, closesAt } = competition;
    const isElsewhere = competition.elsewhereName !== null;
    const organisations: ApplyView['organisations'] = [];
    for (const organisationId of scopesOf(ctx.actor, ['applicant'])) {
      const eligibility = await eligibilityOf(this.db, competition, organisationId);
      const proposals = await this.proposals(competitionId, organisationId);
      const earlier = await earlierProposals(this.db, organisationId, competitionId);
      const { requirements } = eligibility;
      const known = await knownToOrganiser(this.db, competition, organisationId);
      const isDoubtful = known.length > 0 || requirements.some(({ isMet }) => !isMet);
      const found = { proposals, known, earlier };
      organisations.push({ ...eligibility, isEligible: isEligible(requirements), isDoubtful, ...found });
    }
    return {
      competition,
      closedBecause: isReceiving({ now: ctx.now, competitionState, opensAt, closesAt, isElsewhere }),
      organisations,
    };
  }

  private proposals(competitionId: string, organisationId: string) {
    return this.db.rows<ApplyView['organisations'][number]['proposals'][number]>(
      `select id, title, state from applications.application
        where competition_id = $1 and organisation_id = $2 order by id`,
      [competitionId, organisationId],
    );
  }
}
