import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow, Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { ChangeOwnEmail } from '../use-cases/change-own-email.js';
import { linkOf } from '../use-cases/redeem-token.js';
import { browserOf } from './browser-of.js';
import { saying } from './done.js';
import { EmailField, PasswordField } from './identity-fields.js';
import { linkOver } from './link-over.js';

class NewEmailForm {
  @EmailField() email: string;
  @PasswordField() password: string;
}

class ConfirmForm {}

const WHY = 'the link opens in the new mailbox, perhaps in another browser';

/** A person who still reads the old mailbox moves to a new one: asks on the account page, confirms by the letter. */
@Controller()
export class ChangeEmailPage {
  constructor(
    private readonly db: Database,
    private readonly change: ChangeOwnEmail,
  ) {}

  @Get('account/email')
  @Allow()
  show(@Ctx() ctx: Context, form?: FailedForm): Result {
    return page('identity/change-email.njk', { email: ctx.actor.email, form });
  }

  @Post('account/email')
  @Allow()
  ask(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NewEmailForm,
      act: (input) => this.change.ask(ctx, { ...input, ...browserOf(request) }),
      next: () => seeOther(saying(identityPaths.account, 'email-asked')),
      again: async (form) => this.show(ctx, form),
    });
  }

  @Get('email-change/:token')
  @Public(WHY)
  async showLink(@Param('token') token: string, form?: FailedForm): Promise<Result> {
    const link = await linkOf(this.db, token, 'email-change');
    if (link.state !== 'valid') return linkOver(link.state, identityPaths.changeEmail);
    return page('identity/confirm-email.njk', { token, email: link.email, form });
  }

  @Post('email-change/:token')
  @Public(WHY)
  confirm(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ConfirmForm,
      act: () => this.change.confirm(ctx, token),
      next: () => seeOther(saying(identityPaths.signIn, 'email-changed')),
      again: (form) => this.showLink(token, form),
    });
  }
}
