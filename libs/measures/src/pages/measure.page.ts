import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { NotFound } from '#libs/platform/errors';
import { Ctx, page, type Result } from '#libs/platform/http';
import { planPaths } from '../paths.js';
import { PlanOverview } from '../queries/plan-overview.js';
import { ReadActivities } from '../queries/read-activities.js';
import { ReadProgress } from '../queries/read-progress.js';
import { measureView } from './measure-view.js';
import { ParseYear } from '../parse-year.js';

/** The newest; the rest stands in a list of its own. */
const SHOWN_MAX = 6;

/** One measure: official wording, deadline in words, responsible parties, what happens under it. */
@Controller()
export class MeasurePage {
  constructor(
    private readonly overview: PlanOverview,
    private readonly activities: ReadActivities,
    private readonly progress: ReadProgress,
  ) {}

  @Get('plan/:organiserSlug/:year/:number')
  @Public('the approved plan of measures is a public document')
  async show(
    @Ctx() ctx: Context,
    @Param('organiserSlug') organiserSlug: string,
    @Param('year', ParseYear) year: number,
    @Param('number') number: string,
  ): Promise<Result> {
    const plan = await this.overview.execute(organiserSlug, year);
    const measure = measureView(plan, number, kyivDay(ctx.now), ctx.lang);
    if (!measure) throw new NotFound('measures.measure-not-found', { year });
    const activities = await this.activities.execute(ctx, [measure.id], SHOWN_MAX + 1);
    return page('measures/measure.njk', {
      plan,
      planPath: planPaths.show(organiserSlug, year),
      measure,
      chapters: await this.progress.chapters(ctx, plan, measure.id),
      activities: activities.slice(0, SHOWN_MAX),
      allPath: activities[SHOWN_MAX]?.listPath,
    });
  }
}
