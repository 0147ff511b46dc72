import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Forbidden } from '#libs/platform/errors';
import { KEPT_FORM_PATH } from './kept-form/kept-form.js';
import type { PortalRequest } from './request-context.js';
import { firstField } from './multipart.js';
import { VISITOR_COOKIE } from './results.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Posted by mail programs, without cookies: the address itself is the secret, and it acts for nobody signed in. */
const ONE_CLICK_PATH = '/unsubscribe/:token';

/** Gives every browser a random cookie; the token of a form is its HMAC, bound to the session. */
export function issueCsrfToken(request: PortalRequest, reply: FastifyReply, secret: string, secure: boolean): void {
  let visitor = request.cookies[VISITOR_COOKIE];
  if (!visitor || visitor.length < 32) {
    visitor = randomBytes(24).toString('base64url');
    request.cookies[VISITOR_COOKIE] = visitor;
    reply.setCookie(VISITOR_COOKIE, visitor, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
  request.csrfToken = createHmac('sha256', secret)
    .update(`${visitor}|${request.sessionId ?? ''}`)
    .digest('base64url');
}

/** @throws Forbidden when a changing request did not come from one of our own forms. */
export async function checkCsrf(request: PortalRequest): Promise<void> {
  const route = request.routeOptions?.url;
  if (SAFE_METHODS.includes(request.method) || route === ONE_CLICK_PATH) return;
  // A path that is answered without a session has no forms.
  if (!request.csrfToken || isForeign(request)) throw new Forbidden('platform.csrf');
  // A kept form carries a signature of its own, for the session after the one it was typed in.
  if (route === KEPT_FORM_PATH) return;
  if (!equal(await sentToken(request), request.csrfToken)) throw new Forbidden('platform.csrf');
}

/** Did another site send this? */
export function isForeign(request: PortalRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return (site !== undefined && site !== 'same-origin' && site !== 'none') || !sameOrigin(request);
}

function sameOrigin(request: PortalRequest): boolean {
  const origin = request.headers.origin;
  return !origin || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

/** From a header (our own scripts) or from the form; in one with files it comes first. Never from the address. */
async function sentToken(request: PortalRequest): Promise<string> {
  const body = request.body as { _csrf?: unknown } | null | undefined;
  const token = request.headers['x-csrf-token'] ?? body?._csrf;
  if (token === undefined && request.isMultipart()) return firstField(request, '_csrf');
  return typeof token === 'string' ? token : '';
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
