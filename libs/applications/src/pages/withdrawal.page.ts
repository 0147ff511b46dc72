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
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting } from '../queries/application-for-writing.js';
import { WithdrawApplication } from '../use-cases/withdraw-application.js';
import { NoFields } from './part.forms.js';

/** Taking a proposal back. */
@Controller()
export class WithdrawalPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly withdraw: WithdrawApplication,
  ) {}

  @Get('applications/:id/withdrawal')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const isPossible = view.application.state === 'submitted' && !view.closedBecause;
    if (!isPossible && !form) return seeOther(applicationPaths.show(id));
    return page('applications/withdrawal.njk', { view, paths: applicationPaths, form });
  }

  @Post('applications/:id/withdrawal')
  @Allow('applicant')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.withdraw.execute(ctx, id),
      next: () => seeOther(applicationPaths.show(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
