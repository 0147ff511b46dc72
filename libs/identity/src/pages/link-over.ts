import { page, type Result } from '#libs/platform/http';
import type { LinkState } from '../use-cases/redeem-token.js';

const GONE = 410;
const NOT_FOUND = 404;

/** What a link from a letter says when it does not work any more, and where a new letter is asked for. */
export function linkOver(state: Exclude<LinkState, 'valid'>, newLetterPath: string): Result {
  return page('identity/link-over.njk', { state, newLetterPath }, state === 'unknown' ? NOT_FOUND : GONE);
}
