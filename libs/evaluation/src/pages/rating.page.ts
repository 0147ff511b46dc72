import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, holds, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { COMMISSION, STAFF } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { RatingForPage } from '../queries/rating-for-page.js';
import { pointsText } from '../model/fraction.js';
import { ratingTable } from './rating-table.js';

/** The rating as it computed itself; public only with the decision. */
@Controller()
export class RatingPage {
  constructor(private readonly read: RatingForPage) {}

  @Get('organiser/competitions/:id/rating')
  @Allow(...STAFF, ...COMMISSION)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const isStaff = holds(ctx.actor, STAFF, view.competition.organiserId);
    const passing = view.competition.passingHundredths ?? 0;
    return page('evaluation/rating.njk', {
      competition: view.competition,
      rows: ratingTable(view, ctx.lang),
      maxPoints: view.maxPoints,
      passing: passing / 100,
      passingText: pointsText({ numerator: passing, denominator: 100 }, ctx.lang),
      backPath: isStaff ? competitionPaths.overview(id) : evaluationPaths.scoring,
    });
  }
}
