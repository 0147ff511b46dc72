import { createHash } from 'node:crypto';

/** Fewer than three people could agree on what they open. */
export const LOT_PARTIES_MIN = 3;

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The order that the secrets give, whoever computes it: seed = SHA-256 of all secrets one after another, in the order of
 * the parties; the rank of a proposal = SHA-256 of the seed in hex, a space and its register code. The lower rank is better.
 */
export function lotRanks(secrets: readonly string[], codes: readonly string[]): Map<string, string> {
  const seed = sha256Hex(secrets.join(''));
  return new Map(codes.map((code) => [code, sha256Hex(`${seed} ${code}`)]));
}
