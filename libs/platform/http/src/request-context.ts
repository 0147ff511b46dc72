import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Context, Lang } from '#libs/platform/access';

/** A request with what the arrival hooks found out. */
export type PortalRequest = FastifyRequest & {
  ctx: Context;
  sessionId: string | null;
  csrfToken: string;
};

/** The context of this request: who, when, in which language. */
export const Ctx = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => execution.switchToHttp().getRequest<PortalRequest>().ctx,
);

/** The id of the session of this request, null for a visitor. */
export const CurrentSession = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => execution.switchToHttp().getRequest<PortalRequest>().sessionId,
);

const languages = new WeakMap<object, Lang>();

/** Ukrainian lives at `/`, English at `/en/`: the prefix is cut off before routing. */
export function rewriteLanguage(raw: { url?: string }): string {
  const url = raw.url ?? '/';
  const match = /^\/en(?=\/|\?|$)/.exec(url);
  languages.set(raw, match ? 'en' : 'uk');
  return match ? url.slice(3).replace(/^(?!\/)/, '/') : url;
}

export const languageOf = (raw: object): Lang => languages.get(raw) ?? 'uk';
