import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
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
import { PASSWORD_LENGTH_MIN } from '../model/password-rules.js';
import { identityPaths } from '../paths.js';
import { CompleteSignUp } from '../use-cases/complete-sign-up.js';
import { linkOf } from '../use-cases/redeem-token.js';
import { browserOf } from './browser-of.js';
import { Consents } from '../use-cases/consents.js';
import { ConsentField, NameField, NoticeVersionField, PasswordField, PhoneField } from './identity-fields.js';
import { linkOver } from './link-over.js';

class NewAccountForm {
  @NameField({ code: 'identity.family-name-empty' }) familyName: string;
  @NameField({ code: 'identity.given-name-empty' }) givenName: string;
  @NameField({ required: false }) patronymic: string | null;
  @PhoneField({ required: false }) phone: string | null;
  @PasswordField() password: string;
  @ConsentField() consent: boolean = false;
  @NoticeVersionField() noticeVersion: number;
}

@Controller('sign-up/:token')
export class CompleteSignUpPage {
  constructor(
    private readonly db: Database,
    private readonly complete: CompleteSignUp,
    private readonly consents: Consents,
  ) {}

  @Get()
  @Public('whoever holds the link from the letter has no account yet')
  async show(@Param('token') token: string, form?: FailedForm): Promise<Result> {
    const link = await linkOf(this.db, token, 'sign-up');
    if (link.state !== 'valid') return linkOver(link.state, identityPaths.signUp);
    const noticeVersion = await this.consents.noticeVersion(this.db);
    return page('identity/complete-sign-up.njk', {
      ...{ token, email: link.email, min: PASSWORD_LENGTH_MIN },
      ...{ noticeVersion, form },
    });
  }

  @Post()
  @Public('whoever holds the link from the letter has no account yet')
  save(
    @Ctx() ctx: Context,
    @Param('token') token: string,
    @Req() request: PortalRequest,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NewAccountForm,
      act: (input) => this.complete.execute(ctx, { ...input, token, ...browserOf(request) }),
      next: (session) => seeOther(identityPaths.desk, { session }),
      again: (form) => this.show(token, form),
    });
  }
}
