import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { EndMembership, seatOf } from '../use-cases/end-membership.js';
import { EndForm } from './commission.forms.js';

/** Ends a membership by an order, saying what will happen to unsigned sheets. */
@Controller()
export class EndMembershipPage {
  constructor(
    private readonly db: Database,
    private readonly endMembership: EndMembership,
  ) {}

  @Get('organiser/competitions/:id/commission/:grantId/ending')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(evaluationPolicy, 'appoint', ctx.actor, competition);
    const seat = await seatOf(this.db, id, grantId);
    return page('evaluation/end-membership.njk', { competition, seat, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/commission/:grantId/ending')
  @Allow('officer', 'director')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: EndForm,
      act: (input) => this.endMembership.execute(ctx, id, grantId, input),
      next: () => seeOther(evaluationPaths.commission(id)),
      again: (form) => this.show(ctx, id, grantId, form),
    });
  }
}
