import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import QRCode from 'qrcode';
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
import { enrolmentUri, spacedSecret } from '../model/second-factor.js';
import { identityPaths } from '../paths.js';
import { MySecondFactorQuery } from '../queries/my-second-factor.js';
import { BeginSecondFactor } from '../use-cases/begin-second-factor.js';
import { ConfirmSecondFactor } from '../use-cases/confirm-second-factor.js';
import { RenewRecoveryCodes } from '../use-cases/renew-recovery-codes.js';
import { SwitchOffSecondFactor } from '../use-cases/switch-off-second-factor.js';
import { browserOf } from './browser-of.js';
import { doneOf, saying } from './done.js';
import { CodeField, PasswordField } from './identity-fields.js';

class BeginForm {
  @PasswordField() password: string;
}

class CodeForm {
  @CodeField() code: string;
}

/** The second factor of the person's own account: on, off, new recovery codes. */
@Controller('account/second-factor')
export class SecondFactorPage {
  constructor(
    private readonly read: MySecondFactorQuery,
    private readonly begin: BeginSecondFactor,
    private readonly confirm: ConfirmSecondFactor,
    private readonly renew: RenewRecoveryCodes,
    private readonly switchOff: SwitchOffSecondFactor,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    const { secret, ...factor } = await this.read.execute(ctx);
    return page('identity/second-factor.njk', {
      factor,
      secret: secret && spacedSecret(secret),
      picture: secret && (await pictureOf(enrolmentUri(secret, ctx.actor.email))),
      done: doneOf(done),
      form,
    });
  }

  @Post('begin')
  @Allow()
  start(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: BeginForm,
      act: (input) => this.begin.execute(ctx, { ...input, ...browserOf(request) }),
      next: () => seeOther(identityPaths.secondFactor),
      again: (form) => this.show(ctx, undefined, form),
    });
  }

  @Post()
  @Allow()
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    const sessionId = request.sessionId;
    return this.withCode(ctx, body, {
      act: ({ code }) => this.confirm.execute(ctx, { code, sessionId, ...browserOf(request) }),
      next: recoveryCodes,
    });
  }

  @Post('recovery-codes')
  @Allow()
  newCodes(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return this.withCode(ctx, body, {
      act: ({ code }) => this.renew.execute(ctx, { code, ...browserOf(request) }),
      next: recoveryCodes,
    });
  }

  @Post('off')
  @Allow()
  turnOff(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return this.withCode(ctx, body, {
      act: ({ code }) => this.switchOff.execute(ctx, { code, ...browserOf(request) }),
      next: () => seeOther(saying(identityPaths.secondFactor, 'second-factor-off')),
    });
  }

  private withCode<Done>(
    ctx: Context,
    body: FormBody,
    step: { act: (input: CodeForm) => Promise<Done>; next: (done: Done) => Result },
  ): Promise<Result> {
    return handleForm({ body, shape: CodeForm, ...step, again: (form) => this.show(ctx, undefined, form) });
  }
}

/** Shown in the answer to the form itself: there is no address at which the codes could be seen again. */
const recoveryCodes = (codes: string[]): Result => page('identity/recovery-codes.njk', { codes });

async function pictureOf(uri: string): Promise<string> {
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
