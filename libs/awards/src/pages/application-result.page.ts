import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths } from '#libs/applications';
import { pointsText } from '#libs/evaluation';
import { reasonInWords } from '../model/reason-in-words.js';
import { awardPaths } from '../paths.js';
import { ResultForApplicants } from '../queries/result-for-application.js';

/** What became of our proposal: decision, marks by criteria, what members wrote. */
@Controller()
export class ApplicationResultPage {
  constructor(private readonly result: ResultForApplicants) {}

  @Get('applications/:id/result')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { application, competition, order, rated, comments } = await this.result.execute(ctx, id);
    const criteria = (rated?.criteria ?? []).map((row) => ({
      ...row,
      value: row.count === 0 ? 0 : row.sum / row.count,
      points: pointsText({ numerator: row.sum, denominator: row.count }, ctx.lang),
    }));
    return page('awards/application-result.njk', {
      application,
      competition,
      order,
      rated,
      criteria,
      outcome: rated?.adopted?.outcome ?? 'not-admitted',
      reason: rated?.adopted && reasonInWords(rated.adopted, ctx.lang),
      points: rated && pointsText(rated.score, ctx.lang),
      maxPoints: criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
      titles: Object.fromEntries(criteria.map(({ key, title }) => [key, title])),
      comments,
      paths: {
        application: applicationPaths.show(id),
        results: awardPaths.results(competition.code!),
        order: awardPaths.resultsOrder(competition.code!),
        passport: awardPaths.passport(id),
      },
    });
  }
}
