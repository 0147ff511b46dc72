import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Config } from '#libs/platform/config';
import { phrase } from '#libs/platform/phrases';
import { asciiName } from './ascii-name.js';
import { typedToShow } from './kept-form/filled-page.js';
import { FormDoors } from './form-doors.js';
import { isKnown } from './freshness.js';
import { PageFrame } from './page-frame.port.js';
import { ownPath, pageOfForm } from './page-of-form.js';
import { isPublished } from './published.js';
import { render } from './render.js';
import type { PortalRequest } from './request-context.js';
import { SESSION_COOKIE, type PageModel, type Result } from './results.js';

/** Turns what a page method returned into an HTTP answer; anything else (JSON) passes as it is. */
@Injectable()
export class ResultInterceptor implements NestInterceptor {
  constructor(
    private readonly frame: PageFrame,
    private readonly doors: FormDoors,
    @Inject(Config) private readonly config: Config,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<PortalRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const isPublic = isPublished(execution, ownPath(request.url).split('?')[0]!);
    return next
      .handle()
      .pipe(map((result: unknown) => (isResult(result) ? this.answer(result, request, reply, isPublic) : result)));
  }

  private answer(result: Result, request: PortalRequest, reply: FastifyReply, isPublic: boolean): unknown {
    switch (result.kind) {
      case 'page':
        reply.status(result.status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
        return render(result.template, filled(result.model, request), {
          ...renderInput(request, this.frame),
          maySend: this.doors.of(request),
          isPublished: isPublic && result.status === 200,
        });
      case 'redirect':
        this.moveSession(reply, result.session);
        reply.status(303).header('location', `${request.ctx.lang === 'en' ? '/en' : ''}${result.path}`);
        return '';
      case 'download':
        reply.type(result.mediaType).header('content-disposition', disposition(result.name, result.inline));
        reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store');
        if (
          result.changedAt &&
          Buffer.isBuffer(result.content) &&
          isKnown(request, reply, result.content, result.changedAt)
        ) {
          reply.status(304);
          return '';
        }
        return result.content;
    }
  }

  private moveSession(reply: FastifyReply, token: string | null | undefined): void {
    if (token === undefined) return;
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax' as const,
      secure: this.config.publicUrl.startsWith('https:'),
    };
    if (token === null) reply.clearCookie(SESSION_COOKIE, options);
    else reply.setCookie(SESSION_COOKIE, token, options);
  }
}

/** A form that comes back with what was typed: see kept-form/. */
function filled(model: PageModel, request: PortalRequest): PageModel {
  const typed = typedToShow(request);
  if (!typed) return model;
  const { lang } = request.ctx;
  const sentences = ['platform:kept.returned', ...(typed.hasFile ? ['platform:kept.fileAgain'] : [])];
  const notice = sentences.map((one) => phrase(lang, one)).join(' ');
  return { ...model, form: { errors: [], values: typed.fields }, notice };
}

export function renderInput(request: PortalRequest, frame: PageFrame) {
  const path = ownPath(request.url);
  const { ctx, csrfToken } = request;
  // Nothing may be shown at the address to which a form is sent: its other language is that of its page.
  return { ctx, frame: frame.of(ctx, request.unread ?? 0), path, pagePath: pageOfForm(request) ?? path, csrfToken };
}

function isResult(value: unknown): value is Result {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return kind === 'page' || kind === 'redirect' || kind === 'download';
}

/** RFC 6266: an ASCII name for old clients, the true one in UTF-8. */
function disposition(name: string, inline: boolean): string {
  const utf8 = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${utf8}`;
}
