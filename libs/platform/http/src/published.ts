import type { ExecutionContext } from '@nestjs/common';
import { ACCESS_MARK, type AccessMark } from '#libs/platform/access';

/** Open to everybody, and yet nothing for search engines: ways in, links of letters, the demo. */
export const NOT_FOR_ROBOTS = [
  '/sign-in',
  '/sign-up',
  '/password-reset',
  '/invitation',
  '/subscriptions',
  '/unsubscribe',
  '/demo',
  // All below it, and not what begins with the same letter.
  '/e/',
  '/plan-answers/',
];

/** Whether the handler shows something that may be found, linked to and previewed. */
export function isPublished(execution: ExecutionContext, path: string): boolean {
  const mark = Reflect.getMetadata(ACCESS_MARK, execution.getHandler()) as AccessMark | undefined;
  return (
    mark?.kind === 'public' && !NOT_FOR_ROBOTS.some((one) => path === one || path.startsWith(one.replace(/\/?$/, '/')))
  );
}
