import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { Allow, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  handleUpload,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import { planWorkPaths } from '../paths.js';
import { WritePlanDraft } from '../use-cases/write-plan-draft.js';
import { NewDraftForm, NoFields } from './plan-draft.forms.js';
import { PlanDeskPage } from './plan-desk.page.js';

/** A plan begins: from a file of the shape of the document, or from the plan of the year before. */
@Controller('organiser')
export class NewPlanDraftPage {
  constructor(
    private readonly write: WritePlanDraft,
    private readonly db: Database,
    private readonly desk: PlanDeskPage,
  ) {}

  @Get('plan-drafts/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    const mine = scopesOf(ctx.actor, ['officer']);
    const authorities = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    return page('plan/new-draft.njk', {
      ...{ form, maxMb: LIMITS.file.mb, action: planWorkPaths.newDraft, back: planWorkPaths.plans },
      authorities: authorities.map(({ id, name }) => ({ value: id, text: name })),
    });
  }

  @Post('plan-drafts/new')
  @Allow('officer')
  send(@Ctx() ctx: Context, @Req() request: PortalRequest): Promise<Result> {
    return handleUpload({
      ...{ request, shape: NewDraftForm },
      act: async ({ organiserId, year }, file) => {
        if (!file) throw invalidField('file', 'plan.file-missing');
        return this.write.fromFile(ctx, { organiserId, year, file });
      },
      next: (id) => seeOther(planWorkPaths.draft(id)),
      again: (form) => this.show(ctx, form),
    });
  }

  @Post('plans/:planId/next')
  @Allow('officer')
  next(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.write.fromPlan(ctx, planId),
      next: (id) => seeOther(planWorkPaths.draft(id)),
      again: () => this.desk.show(ctx, planId),
    });
  }
}
