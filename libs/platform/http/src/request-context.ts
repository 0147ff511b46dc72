import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Context, Lang } from '#libs/platform/access';

/** A request with what the arrival hooks found out. */
export type PortalRequest = FastifyRequest & {
  ctx: Context;
  /** This person looks through the eyes of others and changes nothing of theirs. */
  isReader: boolean;
  sessionId: string | null;
  unread: number;
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

const ENGLISH = /^\/en(?=\/|\?|$)/;
const languages = new WeakMap<object, Lang>();

/** Ukrainian lives at `/`, English at `/en/`: the prefix is cut off before routing. */
export function rewriteLanguage(raw: { url?: string }): string {
  const url = raw.url ?? '/';
  languages.set(raw, ENGLISH.test(url) ? 'en' : 'uk');
  return withoutLanguage(url);
}

export const withoutLanguage = (path: string): string =>
  ENGLISH.test(path) ? path.slice(3).replace(/^(?!\/)/, '/') : path;

export const languageOf = (raw: object): Lang => languages.get(raw) ?? 'uk';
