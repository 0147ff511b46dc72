import { sumOf, type ProposalWithSheets } from './alternatives.js';

export interface Agreement {
  /** How far two sheets of one proposal are apart on average, hundredths of a point; null without two sheets anywhere. */
  apartHundredths: number | null;
  /** How many pairs of sheets were compared. */
  pairs: number;
}

/** How much those agree who marked the same proposal: the mean distance of every two of their sheets. */
export function agreementOf(proposals: readonly ProposalWithSheets[]): Agreement {
  let distance = 0;
  let pairs = 0;
  for (const { sheets } of proposals) {
    const sums = sheets.map(({ points }) => sumOf(points)).sort((a, b) => a - b);
    // Sorted, every sum is added once for each smaller one and taken away once for each greater one.
    sums.forEach((sum, index) => (distance += sum * (2 * index - sums.length + 1)));
    pairs += (sums.length * (sums.length - 1)) / 2;
  }
  return { apartHundredths: pairs === 0 ? null : Math.round((100 * distance) / pairs), pairs };
}

/** The distance between the highest and the lowest sheet of a proposal, points. */
export function spreadOf({ sheets }: ProposalWithSheets): number {
  const sums = sheets.map(({ points }) => sumOf(points));
  return sums.length === 0 ? 0 : Math.max(...sums) - Math.min(...sums);
}
