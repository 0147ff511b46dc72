import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { PortalRequest } from '../request-context.js';
import type { Typed } from './kept-form.js';

const HEADER = 'x-filled-page';
/** What was typed, on its way to the page that shows them, within this process and this answer. */
const waiting = new Map<string, Typed>();

/**
 * The page of a form as this visitor may see it, filled with what was typed and with a token that is good again.
 * Nothing is executed: the page is only read. null when it does not open to this visitor.
 */
export async function filledPage(
  server: FastifyInstance,
  request: PortalRequest,
  page: string,
  typed: Typed,
): Promise<string | null> {
  const key = randomUUID();
  waiting.set(key, typed);
  try {
    const prefix = request.ctx.lang === 'en' ? '/en' : '';
    const { host } = request.headers;
    const headers = { [HEADER]: key, ...(host && { host }), cookie: cookiesOf(request) };
    const answer = await server.inject({ method: 'GET', url: prefix + page, headers, remoteAddress: request.ip });
    return answer.statusCode === 200 ? answer.body : null;
  } finally {
    waiting.delete(key);
  }
}

/** With the cookie that this very answer gives: the token of the page belongs to it. */
const cookiesOf = ({ cookies }: PortalRequest): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('; ');

/** What this page was asked to show. */
export function typedToShow(request: PortalRequest): Typed | undefined {
  const key = request.headers[HEADER];
  return typeof key === 'string' ? waiting.get(key) : undefined;
}
