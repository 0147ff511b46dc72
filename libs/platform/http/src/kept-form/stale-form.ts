import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '#libs/platform/config';
import { pageOfForm } from '../page-of-form.js';
import type { PortalRequest } from '../request-context.js';
import { SESSION_COOKIE } from '../results.js';
import { Visitors } from '../visitors.port.js';
import { filledPage } from './filled-page.js';
import { keepable, sealForm } from './kept-form.js';

/** What a form with a token that is not good any more gets back; null when nothing is to be given back. */
export type StaleAnswer = { kind: 'filled'; html: string } | { kind: 'kept'; page: string; sealed: string } | null;

/**
 * A form was sent with the token of a session that is over, or of the one before: it was not executed, and nothing that
 * was typed is lost. Its page comes back filled; who must sign in first takes the typed along, sealed.
 */
@Injectable()
export class StaleForm {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly visitors: Visitors,
    @Inject(Config) private readonly config: Config,
  ) {}

  async answer(request: PortalRequest): Promise<StaleAnswer> {
    const page = pageOfForm(request);
    const fields = keepable(request.body);
    if (page === null || Object.keys(fields).length === 0) return null;
    const html = await filledPage(this.host.httpAdapter.getInstance<FastifyInstance>(), request, page, fields);
    if (html !== null) return { kind: 'filled', html };
    const personId = await this.visitors.lastPerson(request.cookies[SESSION_COOKIE] ?? null);
    return personId === null
      ? null
      : { kind: 'kept', page, sealed: sealForm({ personId, page, fields }, this.config.sessionSecret) };
  }
}
