import { hash } from 'node:crypto';

/** Root of the Merkle tree of RFC 6962 over the lines: a leaf is H(0 ‖ line), a node H(1 ‖ left ‖ right). Hex. */
export function merkleRoot(lines: readonly string[]): string {
  return (lines.length === 0 ? sha256() : treeOf(lines.map(leaf))).toString('hex');
}

const leaf = (line: string): Buffer => sha256(Buffer.from([0]), Buffer.from(line, 'utf8'));

function treeOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const left = largestPowerBelow(leaves.length);
  return sha256(Buffer.from([1]), treeOf(leaves.slice(0, left)), treeOf(leaves.slice(left)));
}

/** The left tree is as large as a full one can be. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** In one call: a `Hash` object for each of a hundred thousand lines keeps the collector of garbage busy. */
const sha256 = (...parts: Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');
