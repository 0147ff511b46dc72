import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { awardPaths } from '../paths.js';
import { AwardsForPage } from '../queries/awards-for-page.js';
import { termInWords } from './term-in-words.js';

/** What became of the awards after the order: consents, refusals, and who is next. */
@Controller()
export class AwardsPage {
  constructor(private readonly read: AwardsForPage) {}

  @Get('organiser/competitions/:id/awards')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('awards/awards.njk', {
      ...view,
      awards: view.awards.map((award) => ({
        ...award,
        ...termInWords(award.term, ctx.lang),
        refusalPath: awardPaths.registerRefusal(award.applicationId),
      })),
      leftKop: view.competition.potKop! - view.givenKop,
      paths: {
        overview: competitionPaths.overview(id),
        results: awardPaths.results(view.competition.code!),
      },
    });
  }
}
