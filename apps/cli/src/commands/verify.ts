import type { Command } from './command.js';

/** Checks a result file; needs no database. @throws ResultFault naming the first difference */
export const verify: Command = {
  about: 'check a result file (FILE): recomputes everything it claims',
  async run([file]) {
    if (!file) throw new Error('which file? verify <file>');
    const { readFile } = await import('node:fs/promises');
    const { verifyResult } = await import('#libs/awards');
    const { rules, parts, key } = verifyResult(await readFile(file, 'utf8'));
    console.log(`OK: ${rules.competition}, ${parts.join(' + ')}\nkey ${key}`);
  },
};
