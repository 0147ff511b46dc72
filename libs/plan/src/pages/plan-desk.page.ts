import { Controller, Get, Param } from '@nestjs/common';
import { planPaths, quarterOf } from '#libs/measures';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Ctx, page, ParseId, seeOther, type Result } from '#libs/platform/http';
import { STATE_TONES } from '../model/instance.lifecycle.js';
import { planWorkPaths } from '../paths.js';
import { PlanDrafts } from '../queries/find-draft.js';
import { MyPlans } from '../queries/my-plans.js';
import { PlanDesk } from '../queries/plan-desk.js';

/** Where the officer carries a plan out: every measure, its due times, its bodies. */
@Controller('organiser/plans')
export class PlanDeskPage {
  constructor(
    private readonly plans: MyPlans,
    private readonly desk: PlanDesk,
    private readonly drafts: PlanDrafts,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(@Ctx() ctx: Context): Promise<Result> {
    const plans = await this.plans.execute(ctx);
    const drafts = await this.drafts.mine(ctx);
    if (plans.length === 1 && drafts.length === 0) return seeOther(planWorkPaths.desk(plans[0]!.id));
    return page('plan/plans.njk', {
      drafts: drafts.map(({ id, year, organiserName }) => ({ year, organiserName, path: planWorkPaths.draft(id) })),
      fresh: planWorkPaths.newDraft,
      plans: plans.map((plan) => ({ ...plan, path: planWorkPaths.desk(plan.id) })),
    });
  }

  @Get(':planId')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string): Promise<Result> {
    const { plan, measures } = await this.desk.execute(ctx, planId);
    return page('plan/desk.njk', {
      ...{ plan, tones: STATE_TONES },
      measures: measures.map((one) => ({ ...one, path: planWorkPaths.measure(planId, one.number) })),
      overdue: measures.flatMap(({ instances }) => instances).filter((one) => one.isOverdue).length,
      paths: {
        public: planPaths.show(plan.organiserSlug, plan.year),
        bodies: planWorkPaths.bodies(planId),
        expansion: planWorkPaths.expansion(planId),
        next: planWorkPaths.next(planId),
        fresh: planWorkPaths.newDraft,
        answers: planWorkPaths.answers(planId, quarterOf(kyivDay(ctx.now))),
      },
    });
  }
}
