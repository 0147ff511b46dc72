import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { PASSWORD_LENGTH_MIN } from '../model/password-rules.js';
import { identityPaths } from '../paths.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { browserOf } from './browser-of.js';
import { saying } from './done.js';
import { PasswordField } from './identity-fields.js';

class ChangeForm {
  @PasswordField() password: string;
  @PasswordField() newPassword: string;
}

@Controller('account/password')
export class ChangePasswordPage {
  constructor(private readonly change: ChangePassword) {}

  @Get()
  @Allow()
  show(@Ctx() ctx: Context, form?: FailedForm): Result {
    return page('identity/change-password.njk', { email: ctx.actor.email, min: PASSWORD_LENGTH_MIN, form });
  }

  @Post()
  @Allow()
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ChangeForm,
      act: (input) => this.change.execute(ctx, { ...input, ...browserOf(request) }),
      next: (session) => seeOther(saying(identityPaths.account, 'password-changed'), { session }),
      again: async (form) => this.show(ctx, form),
    });
  }
}
