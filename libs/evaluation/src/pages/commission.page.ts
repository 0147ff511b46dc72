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
import { SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { CommissionForPage } from '../queries/commission-for-page.js';
import { AppointCommissionMember } from '../use-cases/appoint-commission-member.js';
import { TakeOverCommission } from '../use-cases/take-over-commission.js';
import { AppointForm, TakeOverForm } from './commission.forms.js';

/** The commission of a competition, and the form that appoints one more person by an order. */
@Controller()
export class CommissionPage {
  constructor(
    private readonly read: CommissionForPage,
    private readonly appoint: AppointCommissionMember,
    private readonly takeOver: TakeOverCommission,
  ) {}

  @Get('organiser/competitions/:id/commission')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const roles = SCORERS.filter((role) => role !== 'expert' || view.competition.scoringMode === 'k-of-n');
    return page('evaluation/commission.njk', { view, roles, paths: evaluationPaths, form });
  }

  @Post('organiser/competitions/:id/commission')
  @Allow('officer', 'director')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AppointForm,
      act: (input) => this.appoint.execute(ctx, id, input),
      next: () => seeOther(evaluationPaths.commission(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  /** Those of last year's commission who stay, by one order. */
  @Post('organiser/competitions/:id/commission/last-year')
  @Allow('officer', 'director')
  takeOverLast(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: TakeOverForm,
      act: ({ takenIds: personIds, takenNumber: actNumber, takenOn: actOn }) =>
        this.takeOver.execute(ctx, id, { personIds, actNumber, actOn }),
      next: () => seeOther(evaluationPaths.commission(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
