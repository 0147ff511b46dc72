import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'change-email <old e-mail> <new e-mail> <reason>';

/** For an installation where nobody else could confirm it on a page. The reason stays in the facts. */
export const changeEmail: Command = {
  about: 'give the account of a person who lost the mailbox a new address, with a reason that is kept',
  async run([oldEmail, newEmail, ...words]) {
    const reason = words.join(' ').trim();
    if (!oldEmail?.includes('@') || !newEmail?.includes('@') || !reason) throw new Error(`usage: ${USAGE}`);
    const { DecideEmailChange } = await import('#libs/identity');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-change-email');
      await app.get(DecideEmailChange).fromServer(ctx, oldEmail, newEmail, reason);
      console.log(`${newEmail} now opens the account that ${oldEmail} opened.`);
    });
  },
};
