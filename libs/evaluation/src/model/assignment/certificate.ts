import type { Prices } from './flow.js';
import type { AssignmentProblem, Pair } from './problem.js';

/**
 * Whether the prices prove that these pairs cost least, in one pass over all pairs and without a solver: at these prices
 * no free pair is worth taking, no taken pair is worth freeing, and no expert has a place that should be used or left.
 * Returns the number of places where the proof fails; 0 accepts.
 */
export function violations(problem: AssignmentProblem, pairs: readonly Pair[], prices: Prices): number {
  const { needs, loads, scores, objective } = problem;
  const m = loads.length;
  const isTaken = new Uint8Array(needs.length * m);
  const load = Int32Array.from(loads);
  const got = new Int32Array(needs.length);
  for (const { proposal, expert } of pairs) {
    isTaken[proposal * m + expert]! += 1;
    load[expert]! += 1;
    got[proposal]! += 1;
  }
  let wrong = 0;
  for (let proposal = 0; proposal < needs.length; proposal += 1) {
    if (got[proposal] !== needs[proposal]) wrong += 1;
    const price = prices.proposals[proposal]!;
    for (let at = proposal * m, expert = 0; expert < m; expert += 1, at += 1) {
      if (scores[at]! < 0) wrong += isTaken[at]!;
      else if (!isRight(isTaken[at]!, objective.pair[scores[at]!]! + price - prices.experts[expert]!)) wrong += 1;
    }
  }
  return wrong + wrongLoads(problem, load, prices);
}

const isRight = (taken: number, cost: number): boolean => (taken === 0 ? cost >= 0 : taken === 1 && cost <= 0);

function wrongLoads({ loads, limits, objective }: AssignmentProblem, load: Int32Array, { experts }: Prices): number {
  let wrong = 0;
  for (let expert = 0; expert < load.length; expert += 1) {
    const costOf = (nth: number) => objective.loadStep * nth + experts[expert]!;
    if (load[expert]! > Math.max(limits[expert]!, loads[expert]!)) wrong += 1;
    if (load[expert]! < limits[expert]! && costOf(load[expert]! + 1) < 0) wrong += 1;
    if (load[expert]! > loads[expert]! && costOf(load[expert]!) > 0) wrong += 1;
  }
  return wrong;
}
