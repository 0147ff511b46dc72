import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Mailbox } from '../../bin/lib/mailbox.mjs';

const ARRIVES_WITHIN_MS = 30_000;
const POLL_MS = 500;

/**
 * The newest link of a letter whose address fits a path with a secret in it.
 * @param {string} path such as `/sign-up/:token`
 * @returns {Promise<string | undefined>} without host and language
 */
export async function linkOf(path) {
  const form = new RegExp(`/(?:en/)?(${path.slice(1).replace(':token', '[\\w.~-]{20,}')})(?=["\\s)>]|$)`);
  for (const until = Date.now() + ARRIVES_WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
    const mailbox = new Mailbox(join(process.env.DATA_DIR ?? '.data', 'mail'));
    await mailbox.load();
    const links = mailbox.list().map(({ text, unsubscribe }) => form.exec(`${text} ${unsubscribe.join(' ')}`)?.[1]);
    const found = links.filter(Boolean).at(-1);
    if (found) return `/${found}`;
  }
  return undefined;
}
