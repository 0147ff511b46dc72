import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'release-mail [--drop]';

/** After a restore: letters that the backup knew as unsent wait for this word. */
export const releaseMail: Command = {
  about: 'let letters go that were held back after a restore; --drop: never send them',
  async run(args) {
    if (args.some((arg) => arg !== '--drop')) throw new Error(`usage: ${USAGE}`);
    const { ReleaseMail } = await import('#libs/notifications');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-release-mail');
      const isDropped = args.includes('--drop');
      const count = await app.get(ReleaseMail)[isDropped ? 'drop' : 'send'](ctx);
      console.log(isDropped ? `Dropped: ${count} letters.` : `Let go: ${count} letters.`);
    });
  },
};
