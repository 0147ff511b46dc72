import { createHash } from 'node:crypto';

export const CHAIN_START = '0'.repeat(64);

export interface ChainedBody {
  seq: number;
  body: string;
  hash: string;
}

/** sha256 over the previous hash, the place in the chain and the exact bytes stored. */
export function chainHash(previous: string, seq: number, body: string): string {
  return createHash('sha256').update(`${previous}\n${seq}\n${body}`, 'utf8').digest('hex');
}

/** The first place where a chain is broken, or null when it is whole. Rows come in the order of `seq`, from 1. */
export function verifyChain(rows: readonly ChainedBody[]): number | null {
  let previous = CHAIN_START;
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    if (row.seq !== seq || row.hash !== chainHash(previous, seq, row.body)) return seq;
    previous = row.hash;
  }
  return null;
}
