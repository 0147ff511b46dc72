import { Clock } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import type { Command } from './command.js';

const USAGE = 'create-admin <e-mail> <family name> <given name> [patronymic]';

/** The first administrator of a new installation. The link is the only secret printed: it works once, for 7 days. */
export const createAdmin: Command = {
  about: 'give a person the power of administrator and print an invitation link',
  async run([email, familyName, givenName, patronymic]) {
    if (!email?.includes('@') || !familyName || !givenName) throw new Error(`usage: ${USAGE}`);
    // Loaded only here: `migrate` must work without the domain.
    const { CreateAdministrator } = await import('#libs/identity');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-create-admin');
      const path = await app.get(CreateAdministrator).execute(ctx, { email, familyName, givenName, patronymic });
      console.log(
        path === null
          ? `${email} is an administrator and signs in with the password known already.`
          : `${email} is an administrator. Set the password here:\n${app.get(Config).publicUrl}${path}`,
      );
    });
  },
};
