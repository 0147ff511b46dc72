import { Controller, Get, Param } from '@nestjs/common';
import { pointsText } from '#libs/evaluation';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { STANDINGS, standingOf } from '../model/feedback.js';
import { awardPaths } from '../paths.js';
import { FeedbackForApplicant } from '../queries/feedback-for-applicant.js';

/** Criterion by criterion: points, what all others had on the average, what was written; strengths and gaps first. */
@Controller()
export class FeedbackPage {
  constructor(private readonly feedback: FeedbackForApplicant) {}

  @Get('applications/:id/result/feedback')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { application, competition, criteria, means, comments } = await this.feedback.execute(ctx, id);
    const commentsOn = (key: string | null) => comments.filter(({ criterionKey }) => criterionKey === key);
    const rows = criteria.map((row) => ({
      ...row,
      standing: standingOf(row),
      points: pointsText({ numerator: row.sum, denominator: row.count }, ctx.lang),
      mean: pointsText({ numerator: Math.round((means.get(row.key) ?? 0) * 100), denominator: 100 }, ctx.lang),
      comments: commentsOn(row.key),
    }));
    return page('awards/feedback.njk', {
      ...{ application, rows, overall: commentsOn(null) },
      competitionTitle: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      byStanding: Object.fromEntries(STANDINGS.map((one) => [one, rows.filter(({ standing }) => standing === one)])),
      paths: { result: awardPaths.applicationResult(id), passport: awardPaths.passport(id) },
    });
  }
}
