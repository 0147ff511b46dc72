import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Public } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Forbidden } from '#libs/platform/errors';
import { page, VISITOR_COOKIE, type Result } from '../results.js';
import type { PortalRequest } from '../request-context.js';
import { filledPage } from './filled-page.js';
import { browserMark, openForm } from './kept-form.js';

/** Gives a form back to the person who sent it after the end of the session; nothing is executed. */
@Controller()
export class KeptFormPage {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Post('kept-form')
  @Public('whoever has not signed in yet is told to do it first; only the same person gets the form')
  async show(@Req() request: PortalRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Result | string> {
    const sealed = (request.body as { kept?: unknown }).kept;
    const kept = openForm(sealed, this.config.sessionSecret);
    if (!kept) throw new Forbidden('platform.kept-form-over');
    const { actor } = request.ctx;
    if (actor.kind !== 'person')
      return page('platform/session-over.njk', { signInNext: kept.page, kept: sealed, notYet: true }, 403);
    if (kept.personId === null) this.demandSameBrowser(request, kept.browser);
    else if (actor.personId !== kept.personId) throw new Forbidden('platform.kept-form-of-another');
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const html = await filledPage(server, request, kept.page, kept);
    if (html === null) throw new Forbidden('platform.kept-form-closed');
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return html;
  }

  /** Nobody makes a form elsewhere and has it shown here. */
  private demandSameBrowser({ cookies }: PortalRequest, browser: string): void {
    if (browserMark(cookies[VISITOR_COOKIE], this.config.sessionSecret) !== browser)
      throw new Forbidden('platform.kept-form-over');
  }
}
