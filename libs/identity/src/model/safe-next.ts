const ELSEWHERE = '/desk';

/**
 * Where to go after sign-in: only to a path of our own (one leading slash, no backslash, no control characters),
 * without the language prefix, which is put back by the answer. Anything else leads to the desk.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return ELSEWHERE;
  const path = next.replace(/^\/en(?=\/|\?|$)/, '');
  return /^\/(?!\/)/.test(path) ? path : ELSEWHERE;
}
