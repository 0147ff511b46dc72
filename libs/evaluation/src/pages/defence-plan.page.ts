import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { DEFENCE_LIMITS, DEFENCE_ORDERS } from '../model/defence.js';
import { evaluationPaths } from '../paths.js';
import { DefenceForPlan } from '../queries/defence-for-plan.js';
import { PlanDefence } from '../use-cases/plan-defence.js';
import { PublishDefence } from '../use-cases/publish-defence.js';
import { CancelForm, DayForm, OrderForm, readRanks, RemovalForm, VersionForm } from './defence.forms.js';
import { wayBack } from './way-back.js';

/** The plan of the defence: days, the order, the agenda that is published (rule 43). */
@Controller('organiser/competitions/:id/defence')
export class DefencePlanPage {
  constructor(
    private readonly read: DefenceForPlan,
    private readonly plan: PlanDefence,
    private readonly publication: PublishDefence,
  ) {}

  @Get()
  @Allow(...DISTRIBUTORS)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const back = wayBack(ctx, view.competition);
    return page('evaluation/defence-plan.njk', { view, back, paths: evaluationPaths, form });
  }

  @Get('days/:dayId')
  @Allow(...DISTRIBUTORS)
  async day(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('dayId') dayId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const day = view.days.find((one) => one.id === dayId) ?? null;
    if ((dayId !== 'new' && !day) || !view.isOpen) throw new NotFound();
    return page('evaluation/defence-day.njk', {
      view,
      day,
      dayId,
      limits: DEFENCE_LIMITS,
      paths: evaluationPaths,
      form,
    });
  }

  @Post('days/:dayId')
  @Allow(...DISTRIBUTORS)
  saveDay(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('dayId') dayId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: DayForm,
      act: ({ version, reason, ...day }) =>
        this.plan.saveDay(ctx, id, dayId === 'new' ? null : new ParseId().transform(dayId), day, { version, reason }),
      next: () => seeOther(evaluationPaths.defence(id)),
      again: (form) => this.day(ctx, id, dayId, form),
    });
  }

  @Post('days/:dayId/removal')
  @Allow(...DISTRIBUTORS)
  removeDay(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('dayId', ParseId) dayId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RemovalForm,
      act: ({ version, removalReason: reason }) => this.plan.removeDay(ctx, id, dayId, { version, reason }),
      next: () => seeOther(evaluationPaths.defence(id)),
      again: (form) => this.day(ctx, id, dayId, form),
    });
  }

  @Get('order')
  @Allow(...DISTRIBUTORS)
  async order(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    if (!view.isOpen || view.defence?.publishedAt) throw new NotFound();
    return page('evaluation/defence-order.njk', { view, orders: DEFENCE_ORDERS, paths: evaluationPaths, form });
  }

  @Post('order')
  @Allow(...DISTRIBUTORS)
  saveOrder(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OrderForm,
      act: async ({ orderBy, version }) => {
        const { proposals } = await this.read.execute(ctx, id);
        const ids = proposals.map(({ applicationId }) => applicationId);
        const ranks = orderBy === 'hand' ? readRanks(body, ids) : new Map<string, number>();
        await this.plan.chooseOrder(ctx, id, { orderBy, ranks }, version);
      },
      next: () => seeOther(evaluationPaths.defence(id)),
      again: (form) => this.order(ctx, id, form),
    });
  }

  @Post('publication')
  @Allow(...DISTRIBUTORS)
  publish(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: VersionForm,
      act: ({ version }) => this.publication.execute(ctx, id, version),
      next: () => seeOther(evaluationPaths.defence(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('cancellation')
  @Allow(...DISTRIBUTORS)
  async cancellation(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    if (view.defence?.state !== 'published') throw new NotFound();
    return page('evaluation/defence-cancellation.njk', { view, limits: DEFENCE_LIMITS, paths: evaluationPaths, form });
  }

  @Post('cancellation')
  @Allow(...DISTRIBUTORS)
  cancel(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CancelForm,
      act: ({ reason }) => this.publication.cancel(ctx, id, reason),
      next: () => seeOther(evaluationPaths.defence(id)),
      again: (form) => this.cancellation(ctx, id, form),
    });
  }
}
