import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Clock } from '#libs/platform/clock';
import type { Command } from './command.js';

const USAGE = 'import-territories <file.xlsx or file.csv> <what file it is, of which day>';

/** The official codifier of territories (КАТОТТГ): its seven columns as the ministry publishes them. */
export const importTerritories: Command = {
  about: 'enter the official codifier of territories (КАТОТТГ)',
  async run([path, ...title]) {
    if (!path || title.length === 0) throw new Error(`usage: ${USAGE}`);
    // Loaded only here: `migrate` must work without the domain.
    const { ImportTerritories } = await import('#libs/plan');
    const { systemContext } = await import('#libs/platform/jobs');
    const { withDomain } = await import('../cli.module.js');
    const content = await readFile(path);
    await withDomain(async (app) => {
      const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-import-territories');
      const file = { name: basename(path), content, title: title.join(' '), isExtract: false };
      console.log(`Territories entered: ${await app.get(ImportTerritories).execute(ctx, file)}.`);
    });
  },
};
