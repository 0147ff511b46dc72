import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'merge-people <e-mail to close> <e-mail that stays> <reason>';

/** For an installation where nobody else could confirm it on a page. The reason stays in the facts. */
export const mergePeople: Command = {
  about: 'make two accounts of one person one, with a reason that is kept',
  async run([closes, stays, ...words]) {
    const reason = words.join(' ').trim();
    if (!closes?.includes('@') || !stays?.includes('@') || !reason) throw new Error(`usage: ${USAGE}`);
    const { DecidePeopleMerge } = await import('#libs/identity');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-merge-people');
      await app.get(DecidePeopleMerge).fromServer(ctx, closes, stays, reason);
      console.log(`${closes} is closed; ${stays} has everything that was there.`);
    });
  },
};
