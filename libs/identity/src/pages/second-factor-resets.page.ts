import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  ParseId,
  TextField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { SecondFactorResets } from '../queries/second-factor-resets.js';
import { AskSecondFactorReset } from '../use-cases/ask-second-factor-reset.js';
import { ResetSecondFactor } from '../use-cases/reset-second-factor.js';
import { doneOf, saying } from './done.js';

class ReasonForm {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

class ConfirmForm {}

/** A lost telephone: an administrator asks, another person confirms. */
@Controller()
export class SecondFactorResetsPage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly resets: SecondFactorResets,
    private readonly ask: AskSecondFactorReset,
    private readonly reset: ResetSecondFactor,
  ) {}

  @Get('admin/people/:id/second-factor-reset')
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const person = await this.people.one(ctx, id);
    const hasConfirmer = await this.resets.hasConfirmer(ctx, id);
    return page('identity/ask-second-factor-reset.njk', { person, hasConfirmer, form });
  }

  @Post('admin/people/:id/second-factor-reset')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ReasonForm,
      act: ({ reason }) => this.ask.execute(ctx, id, reason),
      next: () => seeOther(saying(identityPaths.secondFactorResets, 'reset-asked')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('second-factor-resets')
  @Allow('administrator', 'director')
  async list(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    return page('identity/second-factor-resets.njk', { rows: await this.resets.list(ctx), done: doneOf(done), form });
  }

  @Post('second-factor-resets/:id/confirmation')
  @Allow('administrator', 'director')
  confirm(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ConfirmForm,
      act: () => this.reset.execute(ctx, id),
      next: () => seeOther(saying(identityPaths.secondFactorResets, 'second-factor-reset')),
      again: (form) => this.list(ctx, undefined, form),
    });
  }
}
