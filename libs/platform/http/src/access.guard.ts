import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_MARK, holds, type AccessMark, type Actor } from '#libs/platform/access';
import { Forbidden } from '#libs/platform/errors';
import type { PortalRequest } from './request-context.js';

/** Sends a visitor to sign in and then back. Not an error of the person: the filter turns it into a redirect. */
export class SignInFirst extends Error {}

/** The door of every route. Closed by default: a handler without a mark lets nobody in (and stops the boot). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const mark = this.reflector.getAllAndOverride<AccessMark | undefined>(ACCESS_MARK, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (!mark) throw new Forbidden();
    if (mark.kind === 'public') return true;
    const request = execution.switchToHttp().getRequest<PortalRequest>();
    const { actor } = request.ctx;
    if (actor.kind !== 'person') throw new SignInFirst();
    demandMoreThanReading(request, mark.roles);
    if (mark.roles.length > 0 && !holds(actor, mark.roles)) throw new Forbidden();
    return true;
  }
}

/** What everybody does with the own account, whatever the powers. */
export const isOwnAffair = (path: string): boolean => /^\/(account|notices)(\/|\?|$)/.test(path);

/** May somebody who has a power of reading send this? `actor` has only the powers to act. */
export const mayChange = (actor: Actor, roles: readonly string[], path: string): boolean =>
  roles.length > 0 ? holds(actor, roles) : isOwnAffair(path) || actor.grants.length > 1;

/** Who may only read is told so, in words, whatever is sent; another power that the person holds still counts. */
function demandMoreThanReading({ method, url, isReader, ctx }: PortalRequest, roles: readonly string[]): void {
  if (!isReader || method === 'GET' || method === 'HEAD') return;
  if (!mayChange(ctx.actor, roles, url)) throw new Forbidden('platform.read-only');
}
