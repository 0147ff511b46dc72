import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '#libs/platform/config';
import { isForeign } from '../csrf.js';
import { readFields } from '../multipart.js';
import { pageOfForm } from '../page-of-form.js';
import type { PortalRequest } from '../request-context.js';
import { SESSION_COOKIE, VISITOR_COOKIE } from '../results.js';
import { Visitors } from '../visitors.port.js';
import { filledPage } from './filled-page.js';
import { browserMark, keepable, sealForm, type Typed } from './kept-form.js';

/** What a form with a token that is not good any more gets back; null when nothing is to be given back. */
export type StaleAnswer = { kind: 'filled'; html: string } | { kind: 'kept'; page: string; sealed: string } | null;

/**
 * A form was sent with the token of a session that is over, of the one before, or without any session because the
 * browser forgot it: it was not executed, and nothing that was typed is lost. Its page comes back filled; who must sign
 * in first takes the typed along, sealed.
 */
@Injectable()
export class StaleForm {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly visitors: Visitors,
    @Inject(Config) private readonly config: Config,
  ) {}

  async answer(request: PortalRequest): Promise<StaleAnswer> {
    const page = isForeign(request) ? null : pageOfForm(request);
    if (page === null) return null;
    const typed = await typedInto(request);
    if (Object.keys(typed.fields).length === 0 && !typed.hasFile) return null;
    const html = await filledPage(this.host.httpAdapter.getInstance<FastifyInstance>(), request, page, typed);
    return html === null ? this.keep(request, page, typed) : { kind: 'filled', html };
  }

  private async keep({ cookies }: PortalRequest, page: string, typed: Typed): Promise<StaleAnswer> {
    const { sessionSecret } = this.config;
    const personId = await this.visitors.lastPerson(cookies[SESSION_COOKIE] ?? null);
    const browser = browserMark(cookies[VISITOR_COOKIE], sessionSecret);
    return { kind: 'kept', page, sealed: sealForm({ ...typed, personId, browser, page }, sessionSecret) };
  }
}

/** A form with files is not read yet when its token is found wrong. */
async function typedInto(request: PortalRequest): Promise<Typed> {
  if (!request.isMultipart()) return { fields: keepable(request.body), hasFile: false };
  const { fields, hasFile } = await readFields(request);
  return { fields: keepable(fields), hasFile };
}
