import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  page,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { PASSWORD_LENGTH_MIN } from '../model/password-rules.js';
import { identityPaths } from '../paths.js';
import { linkOf } from '../use-cases/redeem-token.js';
import { SetPassword } from '../use-cases/set-password.js';
import { browserOf } from './browser-of.js';
import { PasswordField } from './identity-fields.js';
import { linkOver } from './link-over.js';
import { afterPassword } from './sign-in-code.page.js';

class NewPasswordForm {
  @PasswordField() password: string;
}

type Purpose = 'invitation' | 'password-reset';
const PURPOSE_OF: Readonly<Record<string, Purpose>> = { invitation: 'invitation', 'password-reset': 'password-reset' };

/** One page for two letters: the first password by an invitation, another one after it was forgotten. */
@Controller()
export class SetPasswordPage {
  constructor(
    private readonly db: Database,
    private readonly setPassword: SetPassword,
  ) {}

  @Get(['invitation/:token', 'password-reset/:token'])
  @Public('whoever holds the link from the letter cannot sign in yet')
  async show(@Req() request: PortalRequest, @Param('token') token: string, form?: FailedForm): Promise<Result> {
    const purpose = purposeOf(request);
    const link = await linkOf(this.db, token, purpose);
    if (link.state !== 'valid') return linkOver(link.state, identityPaths.passwordReset);
    const action = purpose === 'invitation' ? identityPaths.invitation(token) : identityPaths.setPassword(token);
    return page('identity/set-password.njk', { purpose, action, email: link.email, min: PASSWORD_LENGTH_MIN, form });
  }

  @Post(['invitation/:token', 'password-reset/:token'])
  @Public('whoever holds the link from the letter cannot sign in yet')
  save(
    @Ctx() ctx: Context,
    @Param('token') token: string,
    @Req() request: PortalRequest,
    @Body() body: FormBody,
  ): Promise<Result> {
    const purpose = purposeOf(request);
    return handleForm({
      body,
      shape: NewPasswordForm,
      act: (input) => this.setPassword.execute(ctx, { ...input, token, purpose, ...browserOf(request) }),
      next: (begun) => afterPassword(begun, identityPaths.desk),
      again: (form) => this.show(request, token, form),
    });
  }
}

const purposeOf = (request: PortalRequest): Purpose => PURPOSE_OF[request.url.split('/')[1]!]!;
