import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
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
import { RequestPasswordReset } from '../use-cases/request-password-reset.js';
import { browserOf } from './browser-of.js';
import { EmailField } from './identity-fields.js';

class ResetForm {
  @EmailField() email: string;
}

@Controller('password-reset')
export class PasswordResetPage {
  constructor(private readonly request: RequestPasswordReset) {}

  @Get()
  @Public('whoever forgot the password cannot sign in')
  show(form?: FailedForm): Result {
    return page('identity/password-reset.njk', { form });
  }

  @Post()
  @Public('whoever forgot the password cannot sign in')
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ResetForm,
      act: (input) => this.request.execute(ctx, { ...input, ...browserOf(request) }),
      next: () => seeOther('/letter-sent'),
      again: async (form) => this.show(form),
    });
  }
}
