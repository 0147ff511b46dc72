import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
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
import { competitionPaths } from '#libs/competitions';
import { sessionPaths } from '#libs/sessions';
import { partialConsentDays } from '../model/partial-award.js';
import { awardPaths } from '../paths.js';
import { AllocationForPage } from '../queries/allocation-for-page.js';
import { PlanAwardSession } from '../use-cases/plan-award-session.js';
import { allocationRows } from './allocation-rows.js';
import { AwardSessionForm } from './award.forms.js';

/** The pot laid over the rating; from here it goes to a session of the commission. */
@Controller()
export class AllocationPage {
  constructor(
    private readonly read: AllocationForPage,
    private readonly plan: PlanAwardSession,
  ) {}

  @Get('organiser/competitions/:id/allocation')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('awards/allocation.njk', {
      isPartialAllowed: partialConsentDays(view.competition) !== null,
      ...view,
      rows: allocationRows(view.allocation.rows, view.rights, ctx.lang, view.recommendations),
      sessions: view.sessions.map((session) => ({ ...session, path: sessionPaths.show(session.id) })),
      paths: {
        overview: competitionPaths.overview(id),
        here: awardPaths.allocation(id),
        order: awardPaths.order(id),
        scenarios: awardPaths.scenarios(id),
      },
      form,
    });
  }

  @Post('organiser/competitions/:id/allocation')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AwardSessionForm,
      act: (input) => this.plan.execute(ctx, id, input),
      next: (sessionId) => seeOther(sessionPaths.show(sessionId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
