const ELSEWHERE = '/desk';

/**
 * Where to go after sign-in: only to a path of our own (one leading slash, no backslash, no control characters),
 * without the language prefix, which is put back by the answer. Anything else leads to the desk. A header holds ASCII
 * alone, so other letters are percent-encoded; what is encoded already stays as it is.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}\p{Cs}]*$/u.test(next)) return ELSEWHERE;
  const path = next.replace(/^\/en(?=\/|\?|$)/, '');
  return /^\/(?!\/)/.test(path) ? path.replace(/[^!-~]+/gu, encodeURIComponent) : ELSEWHERE;
}
