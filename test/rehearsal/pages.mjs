import { plain } from './forms-of.mjs';

const PAGES_MAX = 80;
/** These leave, or are made anew by every visit. */
const NOT_FOLLOWED = /^\/(en\/|en$|sign-out|assets\/|api\/|demo)|\?/;

/**
 * Goes through the portal by its links, level by level.
 * @param {import('./visitor.mjs').Visitor} person
 * @returns {Promise<string[]>} the pages that answered
 */
export async function look(person, start) {
  const seen = new Set([start]);
  for (const path of seen) {
    const { status, body } = await person.ask('GET', path);
    if (status >= 400) throw new Error(`${path} answered ${status}`);
    for (const [, address] of body.toString('utf8').matchAll(/<a\b[^>]*href="(\/[^"#]*)/g))
      if (seen.size < PAGES_MAX && !NOT_FOLLOWED.test(plain(address))) seen.add(plain(address));
  }
  return [...seen];
}

/** @throws Error when a page that was there is not there any more */
export async function lookAgain(person, paths) {
  for (const path of paths) {
    const { status } = await person.ask('GET', path);
    if (status >= 400) throw new Error(`${path} was there before and answers ${status} now`);
  }
}
