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
import { identityPaths } from '../paths.js';
import { SignUp } from '../use-cases/sign-up.js';
import { browserOf } from './browser-of.js';
import { EmailField } from './identity-fields.js';

class SignUpForm {
  @EmailField() email: string;
}

@Controller()
export class SignUpPage {
  constructor(private readonly signUp: SignUp) {}

  @Get('sign-up')
  @Public('organisations register themselves')
  show(@Ctx() ctx: Context, form?: FailedForm): Result {
    if (ctx.actor.kind === 'person' && !form) return seeOther(identityPaths.desk);
    return page('identity/sign-up.njk', { form });
  }

  @Post('sign-up')
  @Public('organisations register themselves')
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SignUpForm,
      act: (input) => this.signUp.execute(ctx, { ...input, ...browserOf(request) }),
      next: () => seeOther('/letter-sent'),
      again: async (form) => this.show(ctx, form),
    });
  }

  @Get('letter-sent')
  @Public('the same words for a known and for an unknown address')
  sent(): Result {
    return page('identity/letter-sent.njk');
  }
}
