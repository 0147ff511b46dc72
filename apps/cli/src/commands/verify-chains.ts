import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '#libs/platform/clock';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { chainsVerified, verifyChains as walk } from '#libs/platform/facts';
import type { Command } from './command.js';

/** Walks every hash chain and notes that it was done. @throws Error naming the first broken place of each chain */
export const verifyChains: Command = {
  about: 'walk every hash chain; says where the first broken place is',
  async run() {
    const { withDomain } = await import('../cli.module.js');
    await withDomain(verifyAndNote);
  },
};

export async function verifyAndNote(app: INestApplicationContext): Promise<void> {
  const { systemContext } = await import('#libs/platform/jobs');
  const { chains, facts, broken } = await walk(app.get(Database));
  const ctx = systemContext(await app.get(Clock).domainNow(), 'cli-verify-chains');
  const particulars = { chains, facts, broken: broken.length };
  await app.get(UnitOfWork).run(ctx, async (tx) => tx.record(chainsVerified, { subjectId: newId(), particulars }));
  if (broken.length > 0)
    throw new Error(broken.map(({ scopeId, seq, why }) => `chain ${scopeId} is broken at ${seq} (${why})`).join('; '));
  console.log(`Whole: ${chains} chains, ${facts} facts.`);
}
