import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { FormBody } from '../failed-form.js';
import type { PortalRequest } from '../request-context.js';

const HEADER = 'x-filled-page';
/** Fields on their way to the page that shows them, within this process and this answer. */
const waiting = new Map<string, FormBody>();

/**
 * The page of a form as this visitor may see it, filled with what was typed and with a token that is good again.
 * Nothing is executed: the page is only read. null when it does not open to this visitor.
 */
export async function filledPage(
  server: FastifyInstance,
  request: PortalRequest,
  page: string,
  fields: FormBody,
): Promise<string | null> {
  const key = randomUUID();
  waiting.set(key, fields);
  try {
    const prefix = request.ctx.lang === 'en' ? '/en' : '';
    const { host, cookie } = request.headers;
    const headers = { [HEADER]: key, ...(host && { host }), ...(cookie && { cookie }) };
    const answer = await server.inject({ method: 'GET', url: prefix + page, headers, remoteAddress: request.ip });
    return answer.statusCode === 200 ? answer.body : null;
  } finally {
    waiting.delete(key);
  }
}

/** The fields that this page was asked to show. */
export function fieldsToShow(request: PortalRequest): FormBody | undefined {
  const key = request.headers[HEADER];
  return typeof key === 'string' ? waiting.get(key) : undefined;
}
