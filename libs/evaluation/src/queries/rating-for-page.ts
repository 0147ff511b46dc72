import { Injectable } from '@nestjs/common';
import { competitionSettings, maxSum, stageOf, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Forbidden } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { ratingOf, type RatingRow } from './rating-of.js';

export interface RatingView {
  competition: CompetitionSettings;
  rows: RatingRow[];
  maxPoints: number;
}

/** The rating for the staff and the commission; nobody sees it before the last signature (rule 42). */
@Injectable()
export class RatingForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<RatingView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'see-rating', ctx.actor, competition);
    if (!['rated', 'decided'].includes(stageOf(competition))) throw new Forbidden('evaluation.not-rated-yet');
    return {
      competition,
      rows: await ratingOf(this.db, competitionId),
      maxPoints: maxSum(competition.criteria),
    };
  }
}
