import type { RatedProposal } from './allocation.js';

/** Proposals with the same score, and the step of the tie order that gave each its place (rule 47). */
export type Tie<Row> = Row[];

type Placed = Pick<RatedProposal, 'place' | 'score' | 'tieStep'>;

/** Ties that were split for a place, in the order of the rating. */
export function tiesOf<Row extends Placed>(rating: readonly Row[]): Tie<Row>[] {
  const groups: Row[][] = [];
  for (const row of rating.filter(({ place, tieStep }) => place !== null && tieStep !== null)) {
    const last = groups.at(-1);
    if (last && isSameScore(last[0]!, row)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Exact: by cross-multiplication. */
function isSameScore({ score: a }: Placed, { score: b }: Placed): boolean {
  return BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator);
}
