import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  SESSION_COOKIE,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { safeNext } from '../model/safe-next.js';
import { identityPaths } from '../paths.js';
import { waitingSession } from '../queries/waiting-session.js';
import { CompleteSignIn } from '../use-cases/complete-sign-in.js';
import type { Begun } from '../use-cases/start-session.js';
import { browserOf } from './browser-of.js';
import { CodeField } from './identity-fields.js';
import { postedFields } from './posted-fields.js';

class CodeForm {
  @CodeField() code: string;
}

/** Where a browser goes after the password: on, to the code first, or to the notice. */
export function afterPassword({ session, awaitsCode, awaitsConsent }: Begun, next: string): Result {
  const step = awaitsCode ? identityPaths.signInCode : awaitsConsent ? identityPaths.consent : null;
  return seeOther(step ? `${step}?next=${encodeURIComponent(next)}` : next, { session });
}

@Controller('sign-in/code')
export class SignInCodePage {
  constructor(
    private readonly db: Database,
    private readonly complete: CompleteSignIn,
  ) {}

  @Get()
  @Public('between the password and the code nobody is signed in yet')
  async show(
    @Ctx() ctx: Context,
    @Req() request: PortalRequest,
    @Query('next') next?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    if (ctx.actor.kind === 'person') return seeOther(safeNext(next));
    const waiting = await waitingSession(this.db, request.cookies[SESSION_COOKIE]);
    if (!waiting) return seeOther(`${identityPaths.signIn}?next=${encodeURIComponent(safeNext(next))}`);
    return page('identity/sign-in-code.njk', { next: safeNext(next), form });
  }

  @Post()
  @Public('between the password and the code nobody is signed in yet')
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() posted: unknown): Promise<Result> {
    const body = postedFields(posted);
    return handleForm({
      body,
      shape: CodeForm,
      act: ({ code }) =>
        this.complete.execute(ctx, { code, token: request.cookies[SESSION_COOKIE] ?? '', ...browserOf(request) }),
      next: (begun) => afterPassword(begun, safeNext(body.next)),
      again: (form) => this.show(ctx, request, body.next, form),
    });
  }
}
