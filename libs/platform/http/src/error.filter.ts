import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { VISITOR, type Context } from '#libs/platform/access';
import { DomainError, type ErrorKind } from '#libs/platform/errors';
import { errorText } from '#libs/platform/phrases';
import { Ports } from '#libs/platform/ports';
import { SignInFirst } from './access.guard.js';
import { StaleForm } from './kept-form/stale-form.js';
import { PageFrame } from './page-frame.port.js';
import { pageOfForm } from './page-of-form.js';
import { RefusalNotes, type RefusalNote } from './refusal-notes.port.js';
import { render } from './render.js';
import { languageOf, type PortalRequest } from './request-context.js';
import { renderInput } from './result.interceptor.js';

const AFTER_SIGN_IN = '/desk';

type ShownKind = ErrorKind | 'unexpected' | 'unreadable';
interface Failure {
  kind: ShownKind;
  code: string;
  data: Record<string, unknown>;
  fields?: DomainError['fields'];
}

function statusOf(kind: ShownKind): number {
  switch (kind) {
    case 'not-found':
      return 404;
    case 'forbidden':
      return 403;
    case 'invalid':
      return 422;
    case 'conflict':
      return 409;
    case 'gone':
      return 410;
    case 'too-many':
      return 429;
    case 'busy':
      return 503;
    case 'unreadable':
      return 400;
    case 'unexpected':
      return 500;
  }
}

/** The one place where a failure becomes an HTTP answer: words on a page, problem+json in the API (RFC 9457). */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  constructor(
    private readonly frame: PageFrame,
    private readonly stale: StaleForm,
    private readonly ports: Ports,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(
      error,
      host.switchToHttp().getRequest<PortalRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    );
  }

  /** Also called for failures before routing (unreadable body, unknown address). */
  answer(error: unknown, request: PortalRequest, reply: FastifyReply): void {
    request.ctx ??= contextOf(request);
    if (error instanceof SignInFirst) return this.signIn(request, reply);
    const failure = failureOf(error);
    if (failure.kind === 'unexpected')
      this.log.error({
        message: 'unexpected failure',
        requestId: request.ctx.requestId,
        stack: (error as Error)?.stack ?? String(error),
      });
    reply.status(statusOf(failure.kind)).header('cache-control', 'no-store');
    if (request.url.startsWith('/api/')) this.problem(failure, request, reply);
    else if (failure.code === 'platform.csrf') void this.staleForm(failure, request, reply);
    else if (failure.kind === 'forbidden') void this.refusal(failure, request, reply);
    else this.page(failure, request, reply);
  }

  private signIn(request: PortalRequest, reply: FastifyReply): void {
    const prefix = request.ctx.lang === 'en' ? '/en' : '';
    const page = request.method === 'GET' ? request.url : pageOfForm(request);
    const back = page === null ? '' : `?next=${encodeURIComponent(page)}`;
    reply.status(303).header('location', `${prefix}/sign-in${back}`).send('');
  }

  private problem(failure: Failure, request: PortalRequest, reply: FastifyReply): void {
    reply.type('application/problem+json').send({
      type: `urn:spryiannia:${failure.code}`,
      title: errorText(request.ctx.lang, failure),
      status: statusOf(failure.kind),
      instance: request.ctx.requestId,
      ...(failure.fields?.length && { errors: failure.fields }),
    });
  }

  /** Not executed, and nothing that was typed is lost. */
  private async staleForm(failure: Failure, request: PortalRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.stale.answer(request).catch((error: unknown) => this.unknown(error, request));
    if (answer?.kind === 'filled') return this.html(answer.html, reply);
    if (answer?.kind !== 'kept') return this.page(failure, request, reply);
    const model = { signInNext: answer.page, kept: answer.sealed };
    this.html(render('platform/session-over.njk', model, renderInput(request, this.frame)), reply);
  }

  /** With what explains it to this person: a power that somebody else has today, say. */
  private async refusal(failure: Failure, request: PortalRequest, reply: FastifyReply): Promise<void> {
    const { ctx } = request;
    const ports = ctx.actor.kind === 'person' ? this.ports.all(RefusalNotes) : [];
    const asked = Promise.all(ports.map((port) => port.of(ctx)));
    const notes = await asked.catch((error: unknown) => this.unknown(error, request));
    this.page(failure, request, reply, notes?.flat());
  }

  /** A failure may not be hidden by another one on the way to its page. */
  private unknown(error: unknown, { ctx }: PortalRequest): null {
    this.log.error({ message: 'a failure on an error page', requestId: ctx.requestId, stack: (error as Error).stack });
    return null;
  }

  private page(failure: Failure, request: PortalRequest, reply: FastifyReply, notes: RefusalNote[] = []): void {
    const expired = failure.code === 'platform.csrf' && request.ctx.actor.kind !== 'person';
    const model = {
      kind: expired ? 'expired' : failure.kind,
      signInNext: expired ? (pageOfForm(request) ?? AFTER_SIGN_IN) : null,
      message: errorText(request.ctx.lang, failure),
      requestId: request.ctx.requestId,
      notes,
    };
    this.html(render('platform/error.njk', model, renderInput(request, this.frame)), reply);
  }

  private html(html: string, reply: FastifyReply): void {
    reply.type('text/html; charset=utf-8').send(html);
  }
}

function contextOf(request: PortalRequest): Context {
  return { actor: VISITOR, now: new Date(), lang: languageOf(request.raw), requestId: String(request.id) };
}

function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  if (status === 404) return { kind: 'not-found', code: 'platform.not-found', data: {} };
  if (status === 413) return { kind: 'invalid', code: 'platform.too-large', data: {} };
  if (status === 429) return { kind: 'too-many', code: 'platform.too-many', data: {} };
  if (status && status >= 400 && status < 500) return { kind: 'unreadable', code: 'platform.unreadable', data: {} };
  return { kind: 'unexpected', code: 'platform.unexpected', data: {} };
}
