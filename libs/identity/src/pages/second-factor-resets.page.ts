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
import { Confirmers } from '../queries/confirmers.js';
import { PeopleOfSystem } from '../queries/people-of-system.js';
import { SecondFactorResets } from '../queries/second-factor-resets.js';
import { AskSecondFactorReset, type AskedSecondFactorReset } from '../use-cases/ask-second-factor-reset.js';
import { ResetSecondFactor } from '../use-cases/reset-second-factor.js';
import { doneOf, saying } from './done.js';
import { ConfirmerField } from './identity-fields.js';
import { answerRequest } from './second-person.js';

class AskForm implements AskedSecondFactorReset {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
  @ConfirmerField() organiserId: string | null;
}

/** A lost telephone: an administrator asks, another person confirms. */
@Controller()
export class SecondFactorResetsPage {
  constructor(
    private readonly people: PeopleOfSystem,
    private readonly resets: SecondFactorResets,
    private readonly confirmers: Confirmers,
    private readonly ask: AskSecondFactorReset,
    private readonly reset: ResetSecondFactor,
  ) {}

  @Get('admin/people/:id/second-factor-reset')
  @Allow('administrator')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const person = await this.people.one(ctx, id);
    const confirmers = await this.confirmers.of(ctx.actor.personId!, [id]);
    return page('identity/ask-second-factor-reset.njk', { person, ...confirmers, form });
  }

  @Post('admin/people/:id/second-factor-reset')
  @Allow('administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AskForm,
      act: (asked) => this.ask.execute(ctx, id, asked),
      next: () => seeOther(saying(identityPaths.secondFactorResets, 'reset-asked')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('second-factor-resets')
  @Allow('administrator', 'director', 'officer')
  async list(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    return page('identity/second-factor-resets.njk', { rows: await this.resets.list(ctx), done: doneOf(done), form });
  }

  @Post('second-factor-resets/:id/confirmation')
  @Allow('administrator', 'director', 'officer')
  confirm(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.reset.execute(ctx, id) },
      next: saying(identityPaths.secondFactorResets, 'second-factor-reset'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }

  @Post('second-factor-resets/:id/refusal')
  @Allow('administrator', 'director', 'officer')
  refuse(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return answerRequest({
      ...{ body, act: () => this.reset.refuse(ctx, id) },
      next: saying(identityPaths.secondFactorResets, 'reset-refused'),
      again: (form) => this.list(ctx, undefined, form),
    });
  }
}
