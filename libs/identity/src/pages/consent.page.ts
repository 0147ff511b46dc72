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
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { safeNext } from '../model/safe-next.js';
import { identityPaths } from '../paths.js';
import { sessionThatAwaitsConsent } from '../queries/waiting-session.js';
import { Consents } from '../use-cases/consents.js';
import { browserOf } from './browser-of.js';
import { ConsentField, NoticeVersionField } from './identity-fields.js';

class ConsentForm {
  @ConsentField() consent: boolean = false;
  @NoticeVersionField() noticeVersion: number;
}

/** Between signing in and everything else: the personal-data notice has a version that this person has not seen. */
@Controller('consent')
export class ConsentPage {
  constructor(
    private readonly db: Database,
    private readonly consents: Consents,
  ) {}

  @Get()
  @Public('before the consent nobody is signed in yet')
  async show(
    @Ctx() ctx: Context,
    @Req() request: PortalRequest,
    @Query('next') next?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    if (ctx.actor.kind === 'person') return seeOther(safeNext(next));
    const waiting = await sessionThatAwaitsConsent(this.db, request.cookies[SESSION_COOKIE]);
    if (!waiting) return seeOther(`${identityPaths.signIn}?next=${encodeURIComponent(safeNext(next))}`);
    const noticeVersion = await this.consents.noticeVersion(this.db);
    return page('identity/consent.njk', { next: safeNext(next), noticeVersion, form });
  }

  @Post()
  @Public('before the consent nobody is signed in yet')
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ConsentForm,
      act: ({ noticeVersion }) => {
        const token = request.cookies[SESSION_COOKIE] ?? '';
        return this.consents.execute(ctx, { token, read: noticeVersion, device: browserOf(request).device });
      },
      next: (session) => seeOther(safeNext(body.next), { session }),
      again: (form) => this.show(ctx, request, body.next, form),
    });
  }
}
