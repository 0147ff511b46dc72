import { DomainError } from '#libs/platform/errors';
import { Flow, type Prices } from './flow.js';
import type { AssignmentProblem, Pair } from './problem.js';

export interface Assignment {
  /** In the order of proposals, then experts. */
  pairs: Pair[];
  loads: number[];
  /** Proof that no assignment costs less: see `certificate.ts`. */
  prices: Prices;
}

/** Who is short of experts, from the minimum cut: these proposals have so many free experts, so many places short. */
export interface Bottleneck {
  applications: number;
  freeExperts: number;
  placesShort: number;
}

export class ExpertsShort extends DomainError {
  constructor(readonly bottleneck: Bottleneck) {
    super('conflict', 'evaluation.experts-short', { ...bottleneck });
  }
}

/** Told before each proposal: how many are served, of how many. What it throws cancels the work. */
export type Progress = (served: number, proposals: number) => void;

/**
 * Gives every proposal its experts at the least cost, exactly. No randomness: the same problem gives the same pairs.
 * @throws ExpertsShort when no assignment exists
 */
export function assign(problem: AssignmentProblem, progress: Progress = () => {}): Assignment {
  const flow = new Flow(problem);
  const short: Short = { places: 0, proposals: new Set() };
  for (let proposal = 0; proposal < problem.needs.length; proposal += 1) {
    progress(proposal, problem.needs.length);
    for (let place = 0; place < problem.needs[proposal]!; place += 1)
      if (!flow.serve(proposal)) note(short, proposal, flow);
  }
  if (short.places > 0) throw new ExpertsShort(bottleneck(problem, short));
  return { pairs: flow.pairs(), loads: Array.from(flow.loads), prices: flow.pricesOfAll() };
}

/** One side of the minimum cut: proposals without experts, and all whose experts they could get. */
interface Short {
  places: number;
  proposals: Set<number>;
}

function note(short: Short, proposal: number, flow: Flow): void {
  short.places += 1;
  short.proposals.add(proposal);
  for (const expert of flow.reached) for (const one of flow.proposalsOf(expert)) short.proposals.add(one);
}

function bottleneck({ loads, scores }: AssignmentProblem, { places, proposals }: Short): Bottleneck {
  const free = new Set<number>();
  for (const proposal of proposals)
    for (let expert = 0; expert < loads.length; expert += 1)
      if (scores[proposal * loads.length + expert]! >= 0) free.add(expert);
  return { applications: proposals.size, freeExperts: free.size, placesShort: places };
}
