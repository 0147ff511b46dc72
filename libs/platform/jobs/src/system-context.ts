import { SYSTEM, type Context } from '#libs/platform/access';

/** The context of a job or sweep: the system acts, at the given domain time. */
export function systemContext(now: Date, requestId: string): Context {
  return { actor: SYSTEM, now, lang: 'uk', requestId };
}
