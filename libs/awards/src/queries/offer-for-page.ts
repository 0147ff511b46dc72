import { Injectable } from '@nestjs/common';
import {
  applicationById,
  applicationForReading,
  applicationPolicy,
  linesIn,
  type ApplicationRow,
  type BudgetLine,
} from '#libs/applications';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { awardOf, type AwardWithTerm } from './offers.js';

export interface OfferView {
  award: AwardWithTerm;
  application: ApplicationRow;
  settings: CompetitionSettings;
  /** The submitted budget that is corrected. */
  lines: BudgetLine[];
}

/** What an organisation is given and may answer to: for whoever may answer. */
@Injectable()
export class OfferForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, applicationId: string): Promise<OfferView> {
    const { application, award } = await this.answerable(ctx, applicationId);
    const { content } = await applicationForReading(this.db, applicationId);
    const settings = await competitionSettings(this.db, award.competitionId);
    return { award, application, settings, lines: linesIn(content.budget) };
  }

  /** @throws NotFound where there is no award */
  async answerable(ctx: Context, applicationId: string): Promise<Pick<OfferView, 'award' | 'application'>> {
    const application = await applicationById(this.db, applicationId);
    demand(applicationPolicy, 'send', ctx.actor, application);
    const award = await awardOf(this.db, applicationId);
    if (!award) throw new NotFound();
    return { application, award };
  }
}
