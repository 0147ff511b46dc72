import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { NotFound } from '#libs/platform/errors';
import { Ctx, page, seeOther, type Result } from '#libs/platform/http';
import { planPaths } from '../paths.js';
import { ListPlans, type PlanListRow } from '../queries/list-plans.js';
import { PlanOverview } from '../queries/plan-overview.js';
import { ReadActivities } from '../queries/read-activities.js';
import { ReadProgress } from '../queries/read-progress.js';
import { ParseYear } from '../parse-year.js';
import { ACTIVITIES_SHOWN_MAX, planMatrix } from './plan-matrix.js';
import { wordingOf } from '../model/wording.js';

const PUBLIC_DOCUMENT = 'the approved plan of measures is a public document';

/** The plan of an authority for a year: directions × quarters. Shorter addresses lead to it while there is one. */
@Controller()
export class PlanPage {
  constructor(
    private readonly plans: ListPlans,
    private readonly overview: PlanOverview,
    private readonly activities: ReadActivities,
    private readonly progress: ReadProgress,
  ) {}

  @Get('plan')
  @Public(PUBLIC_DOCUMENT)
  async latest(@Ctx() ctx: Context): Promise<Result> {
    const plans = await this.plans.execute();
    const thisYear = plans.filter((plan) => plan.year === Number(kyivDay(ctx.now).slice(0, 4)));
    return onlyOrList(thisYear.length > 0 ? thisYear : plans, null);
  }

  @Get('plan/:year')
  @Public(PUBLIC_DOCUMENT)
  async year(@Param('year') asked: string): Promise<Result> {
    const [, digits, format] = /^(\d{4})(?:\.(json|csv))?$/.exec(asked) ?? [];
    if (!digits) throw new NotFound();
    const year = Number(digits);
    const plans = await this.plans.execute(year);
    if (!format) return onlyOrList(plans, year);
    if (plans.length !== 1) throw new NotFound('measures.plan-not-found', { year });
    return seeOther(planPaths.data(plans[0]!.organiserSlug, year, format as 'json' | 'csv'));
  }

  @Get('plan/:organiserSlug/:year')
  @Public(PUBLIC_DOCUMENT)
  async show(
    @Ctx() ctx: Context,
    @Param('organiserSlug') organiserSlug: string,
    @Param('year', ParseYear) year: number,
  ): Promise<Result> {
    const plan = await this.overview.execute(organiserSlug, year);
    const measureIds = plan.directions.flatMap((direction) => direction.measures.map((measure) => measure.id));
    const activities = await this.activities.execute(ctx, measureIds, ACTIVITIES_SHOWN_MAX + 1);
    const statuses = await this.progress.statuses(ctx, plan);
    return page('measures/plan.njk', {
      plan,
      heading: wordingOf(plan, ctx.lang),
      matrix: planMatrix(plan, activities, kyivDay(ctx.now), ctx.lang, statuses),
      hasActivities: activities.length > 0 || statuses.length > 0,
      links: await this.progress.links(ctx, plan),
      listPath: planPaths.list(organiserSlug, year),
      jsonPath: planPaths.json(organiserSlug, year),
    });
  }
}

function onlyOrList(plans: PlanListRow[], year: number | null): Result {
  const [plan] = plans;
  if (plan && plans.length === 1) return seeOther(planPaths.show(plan.organiserSlug, plan.year));
  const rows = plans.map((row) => ({ ...row, path: planPaths.show(row.organiserSlug, row.year) }));
  return page('measures/plans.njk', { plans: rows, year }, plans.length === 0 && year !== null ? 404 : 200);
}
