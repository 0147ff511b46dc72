import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { applicationById, type ApplicationRow } from '#libs/applications';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { resultPolicy } from '../access/award.policy.js';
import type { RatedProposal } from '../model/allocation.js';
import { findOrder, type AwardOrder } from './find-order.js';
import { stepsOf, type AwardStep } from './award-steps.js';
import { awardOf, type AwardWithTerm } from './offers.js';
import { ratedProposals } from './rated-proposals.js';

/** The result of one submitted proposal, as its organisation may see it. */
export interface ApplicationResult {
  application: ApplicationRow;
  competition: CompetitionRow;
  order: AwardOrder;
  /** Null when it was not admitted. */
  rated: RatedProposal | null;
  /** The award with its term and what was answered to it; null where nothing was given. */
  award: (AwardWithTerm & { steps: AwardStep[] }) | null;
}

/** Null until the order is signed: nothing of scores, places and sums leaves the authority before (rule 53). */
export async function resultForApplication(reader: Reader, applicationId: string): Promise<ApplicationResult | null> {
  const application = await applicationById(reader, applicationId);
  const order = await findOrder(reader, application.competitionId);
  if (!order || !['admitted', 'refused'].includes(application.state)) return null;
  const rating = await ratedProposals(reader, application.competitionId);
  return {
    application,
    competition: await competitionById(reader, application.competitionId),
    order,
    rated: rating.find((row) => row.applicationId === applicationId) ?? null,
    award: await withSteps(reader, applicationId),
  };
}

async function withSteps(reader: Reader, applicationId: string): Promise<ApplicationResult['award']> {
  const award = await awardOf(reader, applicationId);
  return award && { ...award, steps: await stepsOf(reader, [award.id]) };
}

/** The same for the applicants of its organisation; for everybody else it does not exist. */
@Injectable()
export class ResultForApplicants {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, applicationId: string): Promise<ApplicationResult> {
    demand(resultPolicy, 'see', ctx.actor, await applicationById(this.db, applicationId));
    const result = await resultForApplication(this.db, applicationId);
    if (!result) throw new NotFound();
    return result;
  }
}
