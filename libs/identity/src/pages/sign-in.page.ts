import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import {
  Ctx,
  CurrentSession,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { safeNext } from '../model/safe-next.js';
import { SignIn } from '../use-cases/sign-in.js';
import { doneOf } from './done.js';
import { EmailField, PasswordField } from './identity-fields.js';
import { browserOf } from './browser-of.js';
import { postedFields } from './posted-fields.js';
import { afterPassword } from './sign-in-code.page.js';

class SignInForm {
  @EmailField() email: string;
  @PasswordField() password: string;
}

interface Asked {
  next?: unknown;
  done?: unknown;
}

@Controller('sign-in')
export class SignInPage {
  constructor(private readonly signIn: SignIn) {}

  @Get()
  @Public('everybody signs in here')
  show(@Ctx() ctx: Context, @Query() { next, done }: Asked, form?: FailedForm): Result {
    if (ctx.actor.kind === 'person' && !form) return seeOther(safeNext(next));
    return page('identity/sign-in.njk', { next: next === undefined ? '' : safeNext(next), done: doneOf(done), form });
  }

  @Post()
  @Public('everybody signs in here')
  save(
    @Ctx() ctx: Context,
    @CurrentSession() sessionId: string | null,
    @Req() request: PortalRequest,
    @Body() posted: unknown,
  ): Promise<Result> {
    const body = postedFields(posted);
    return handleForm({
      body,
      shape: SignInForm,
      act: (input) => this.signIn.execute(ctx, { ...input, ...browserOf(request) }, sessionId),
      next: (begun) => afterPassword(begun, safeNext(body.next)),
      again: async (form) => this.show(ctx, { next: body.next }, form),
    });
  }
}
