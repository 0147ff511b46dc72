import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'import-plan <slug of the authority>';

/** The approved plan of 2020 becomes the plan of an authority. The same plan again changes nothing. */
export const importPlan: Command = {
  about: 'enter the plan of measures for 2020 as the plan of an authority',
  async run([slug]) {
    if (!slug) throw new Error(`usage: ${USAGE}`);
    // Loaded only here: `migrate` must work without the domain.
    const { organisers } = await import('#libs/identity');
    const { ImportPlan, planOf2020 } = await import('#libs/measures');
    const { Database } = await import('#libs/platform/database');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      const organiser = (await organisers(app.get(Database))).find((one) => one.slug === slug);
      if (!organiser) throw new Error(`there is no authority «${slug}»`);
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-import-plan');
      const { isNew } = await app.get(ImportPlan).execute(ctx, organiser, planOf2020());
      console.log(isNew ? `The plan for 2020 is entered: ${organiser.name}.` : 'This plan is already there.');
    });
  },
};
