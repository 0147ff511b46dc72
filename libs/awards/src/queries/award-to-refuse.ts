import { Injectable } from '@nestjs/common';
import { applicationById, type ApplicationRow } from '#libs/applications';
import { competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { awardPolicy } from '../access/award.policy.js';
import { stepsOf } from './award-steps.js';
import { awardOf, type AwardWithTerm } from './offers.js';

/** The award of a proposal, for the officer who registers its refusal. */
@Injectable()
export class AwardToRefuse {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, applicationId: string): Promise<{ award: AwardWithTerm; application: ApplicationRow }> {
    const award = await awardOf(this.db, applicationId);
    if (!award) throw new NotFound();
    demand(awardPolicy, 'plan', ctx.actor, await competitionById(this.db, award.competitionId));
    return { award, application: await applicationById(this.db, applicationId) };
  }

  /** Id of the written consent, for the staff. @throws NotFound */
  async consent(ctx: Context, applicationId: string): Promise<string> {
    const award = await awardOf(this.db, applicationId);
    if (!award) throw new NotFound();
    demand(awardPolicy, 'see', ctx.actor, await competitionById(this.db, award.competitionId));
    const agreed = (await stepsOf(this.db, [award.id])).find(({ documentId }) => documentId !== null);
    if (!agreed) throw new NotFound();
    return agreed.documentId!;
  }
}
