import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'reset-second-factor <e-mail> <reason>';

/** For an installation where nobody else could confirm a reset on a page. The reason stays in the facts. */
export const resetSecondFactor: Command = {
  about: 'switch off the second factor of a person who lost the telephone, with a reason that is kept',
  async run([email, ...words]) {
    const reason = words.join(' ').trim();
    if (!email?.includes('@') || !reason) throw new Error(`usage: ${USAGE}`);
    const { ResetSecondFactor } = await import('#libs/identity');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-reset-second-factor');
      await app.get(ResetSecondFactor).fromServer(ctx, email, reason);
      console.log(`${email} signs in with the password alone and may switch a new second factor on.`);
    });
  },
};
