import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  type AskedList,
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { planWorkPaths } from '../paths.js';
import { BodiesOfPlan, type BodyLine } from '../queries/bodies-of-plan.js';
import { SaveBody } from '../use-cases/save-body.js';
import { bodiesList } from './bodies.list.js';
import { BodyFields, KnownBodyFields } from './body.forms.js';

/** The bodies behind the parties of a plan: all of them, a new one, one that is mended. */
@Controller('organiser/plans/:planId/bodies')
export class BodiesPage {
  constructor(
    private readonly bodies: BodiesOfPlan,
    private readonly save: SaveBody,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Listed(bodiesList) asked: AskedList<BodyLine>,
  ): Promise<Result> {
    const { plan, found } = await this.bodies.list(ctx, planId, asked);
    const paths = {
      ...{ desk: planWorkPaths.desk(planId), create: planWorkPaths.newBody(planId) },
      expansion: planWorkPaths.expansion(planId),
    };
    return asked.answer('plan/bodies.njk', found, { plan, paths }, String(plan.year));
  }

  @Get('new')
  @Allow('officer')
  fresh(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, form?: FailedForm): Promise<Result> {
    return this.form(ctx, planId, null, form);
  }

  @Post('new')
  @Allow('officer')
  add(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: BodyFields,
      act: (input) => this.save.execute(ctx, planId, input),
      next: () => seeOther(planWorkPaths.bodies(planId)),
      again: (form) => this.fresh(ctx, planId, form),
    });
  }

  @Get(':bodyId')
  @Allow('officer')
  show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('bodyId', ParseId) bodyId: string,
    form?: FailedForm,
  ): Promise<Result> {
    return this.form(ctx, planId, bodyId, form);
  }

  @Post(':bodyId')
  @Allow('officer')
  mend(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('bodyId', ParseId) bodyId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: KnownBodyFields,
      act: ({ version, ...input }) => this.save.execute(ctx, planId, input, { id: bodyId, version }),
      next: () => seeOther(planWorkPaths.bodies(planId)),
      again: (form) => this.show(ctx, planId, bodyId, form),
    });
  }

  private async form(ctx: Context, planId: string, bodyId: string | null, form?: FailedForm): Promise<Result> {
    const { others, parties, ...found } = await this.bodies.forForm(ctx, planId, bodyId);
    return page('plan/body.njk', {
      ...found,
      form,
      parties: parties.map(({ key, name }) => ({ value: key, text: name })),
      others: others.map(({ id, name }) => ({ value: id, text: name })),
      paths: {
        action: bodyId === null ? planWorkPaths.newBody(planId) : planWorkPaths.body(planId, bodyId),
        bodies: planWorkPaths.bodies(planId),
      },
    });
  }
}
