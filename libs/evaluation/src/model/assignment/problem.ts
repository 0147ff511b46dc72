/** Scores of a pair run from 0 (no field in common) to SCORE_MAX. */
const SCORE_MAX = 100;

/** Which experts read which proposals: k different experts to each, none in conflict, nobody above the own limit. */
export interface AssignmentProblem {
  /** How many different experts each proposal still needs. */
  needs: ArrayLike<number>;
  /** How many proposals each expert has already. */
  loads: ArrayLike<number>;
  /** How many proposals each expert may have altogether. */
  limits: ArrayLike<number>;
  /** scores[proposal * experts + expert]: 0…SCORE_MAX, or -1 for a pair that must not be (conflict, given already). */
  scores: ArrayLike<number>;
  objective: Objective;
}

/** What the assignment costs, in integers: the least sum wins. */
export interface Objective {
  /** The cost of a pair by its score, not negative. */
  pair: Int32Array;
  /** The cost of the n-th proposal of one person is n times this. */
  loadStep: number;
}

/**
 * A pair is worth a strictly concave amount, so that the first good expert of the worst-served proposal counts more
 * than one more good expert of the best-served.
 */
const concaveWorth = (score: number): number => score * (2 * SCORE_MAX - score);

const costs = (worth: (score: number) => number): Int32Array =>
  Int32Array.from({ length: SCORE_MAX + 1 }, (_, score) => worth(SCORE_MAX) - worth(score));

/** The sum of all scores, whoever is served worst. */
export const TOTAL_SCORE: Objective = { pair: costs((score) => score), loadStep: 0 };
/** The worst-served first, within the limits of the experts. */
export const FAIR: Objective = { pair: costs(concaveWorth), loadStep: 0 };
/** The same with even loads: one more proposal of a person costs more than any pair can give. */
export const FAIR_AND_EVEN: Objective = { pair: FAIR.pair, loadStep: concaveWorth(SCORE_MAX) + 1 };

export interface Pair {
  proposal: number;
  expert: number;
}

/** The usual limit of one expert: an even share of all places, and a little room for conflicts. */
export function limitFor(places: number, experts: number, slack = 1): number {
  return experts === 0 ? 0 : Math.ceil(places / experts) + slack;
}

/** What these pairs cost; the least of all is what `assign` finds. */
export function costOf({ loads, scores, objective }: AssignmentProblem, pairs: readonly Pair[]): number {
  const load = Int32Array.from(loads);
  return pairs.reduce((sum, { proposal, expert }) => {
    load[expert]! += 1;
    return sum + objective.pair[scores[proposal * load.length + expert]!]! + objective.loadStep * load[expert]!;
  }, 0);
}
