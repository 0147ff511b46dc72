import { DomainError } from '#libs/platform/errors';
import { MinHeap } from './min-heap.js';

/** Scores of a pair run from 0 (no field in common) to SCORE_MAX. */
export const SCORE_MAX = 100;
/**
 * A pair is worth a strictly concave amount, so that the first good expert of the worst-served proposal counts more
 * than one more good expert of the best-served.
 */
const worth = (score: number): number => score * (2 * SCORE_MAX - score);
const WORTH_MAX = worth(SCORE_MAX);
/** Each further proposal of one person costs more than the last, so that loads are equal. */
const LOAD_STEP = WORTH_MAX + 1;

export interface AssignmentProblem {
  /** How many different experts each proposal still needs. */
  needs: ArrayLike<number>;
  /** How many proposals each expert has already. */
  loads: ArrayLike<number>;
  /** How many proposals an expert may have altogether. */
  capacity: number;
  /** scores[proposal * experts + expert]: 0…SCORE_MAX, or -1 for a pair that must not be (conflict, given already). */
  scores: ArrayLike<number>;
}

export interface Assignment {
  /** In the order of proposals, then experts. */
  pairs: { proposal: number; expert: number }[];
  loads: number[];
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

/** The usual limit of one expert: an even share of all places, and a little room for conflicts. */
export function capacityFor(places: number, experts: number, slack = 1): number {
  return experts === 0 ? 0 : Math.ceil(places / experts) + slack;
}

/**
 * Gives every proposal its experts at the least cost, exactly: minimum-cost flow by successive shortest paths over
 * reduced costs. No randomness: the same problem gives the same pairs.
 * @throws ExpertsShort when no assignment exists
 */
export function assign(problem: AssignmentProblem): Assignment {
  const flow = new Flow(problem);
  let short = 0;
  for (let proposal = 0; proposal < problem.needs.length; proposal += 1)
    for (let place = 0; place < problem.needs[proposal]!; place += 1) short += flow.augment(proposal) ? 0 : 1;
  if (short > 0) throw new ExpertsShort(flow.bottleneck(short));
  return flow.result();
}

/** What the assignment costs; the least of all is what `assign` finds. */
export function costOf(problem: AssignmentProblem, pairs: Assignment['pairs']): number {
  const experts = problem.loads.length;
  const loads = Array.from(problem.loads);
  return pairs.reduce(
    (sum, { proposal, expert }) =>
      sum + pairCost(problem.scores[proposal * experts + expert]!) + loadCost((loads[expert] = loads[expert]! + 1)),
    0,
  );
}

export const pairCost = (score: number): number => WORTH_MAX - worth(score);
/** The cost of the load-th proposal of one person. */
export const loadCost = (load: number): number => load * LOAD_STEP;

const FAR = Number.MAX_SAFE_INTEGER;

/**
 * Residual network. Nodes: experts 0…m-1, then proposals m…m+n-1. Arcs proposal → expert while the pair is free,
 * expert → proposal while it is taken, expert → sink at the cost of the next load. No path leaves the sink again,
 * so loads never fall and the sink needs no node.
 */
class Flow {
  private readonly n: number;
  private readonly m: number;
  private readonly load: Int32Array;
  private readonly taken: Uint8Array;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly settled: Uint8Array;
  /** Proposals given to each expert. */
  private readonly given: number[][];
  private readonly unserved = new Set<number>();
  private sinkPotential = 0;

  constructor(private readonly problem: AssignmentProblem) {
    this.n = problem.needs.length;
    this.m = problem.loads.length;
    const nodes = this.n + this.m;
    this.load = Int32Array.from(problem.loads);
    this.taken = new Uint8Array(this.n * this.m);
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes);
    this.from = new Int32Array(nodes);
    this.settled = new Uint8Array(nodes);
    this.given = Array.from({ length: this.m }, () => []);
  }

  /** One more expert for the proposal along the cheapest path; false when there is none. */
  augment(proposal: number): boolean {
    const { expert, distance } = this.nearestPlace(proposal);
    if (expert < 0) {
      this.unserved.add(proposal);
      return false;
    }
    this.raisePotentials(distance);
    this.turn(expert);
    this.load[expert]! += 1;
    return true;
  }

  result(): Assignment {
    const pairs: Assignment['pairs'] = [];
    for (let at = 0; at < this.taken.length; at += 1)
      if (this.taken[at]) pairs.push({ proposal: Math.floor(at / this.m), expert: at % this.m });
    return { pairs, loads: Array.from(this.load) };
  }

  /** Everything that a proposal without experts still reaches is one side of the minimum cut. */
  bottleneck(placesShort: number): Bottleneck {
    const proposals = new Set<number>();
    for (const proposal of this.unserved) {
      this.nearestPlace(proposal);
      for (let one = 0; one < this.n; one += 1) if (this.settled[this.m + one]) proposals.add(one);
    }
    const free = new Set<number>();
    for (const proposal of proposals)
      for (let expert = 0; expert < this.m; expert += 1)
        if (this.problem.scores[proposal * this.m + expert]! >= 0) free.add(expert);
    return { applications: proposals.size, freeExperts: free.size, placesShort };
  }

  /** Dijkstra over reduced costs, until no nearer free place can be found. */
  private nearestPlace(proposal: number): { expert: number; distance: number } {
    this.distance.fill(FAR);
    this.settled.fill(0);
    const start = this.m + proposal;
    this.distance[start] = 0;
    this.from[start] = -1;
    const heap = new MinHeap();
    heap.push(0, start);
    const best = { expert: -1, distance: FAR };
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (this.settled[node]) continue;
      if (this.distance[node]! > best.distance) break;
      this.settled[node] = 1;
      if (node >= this.m) this.relaxExperts(node, heap);
      else this.visitExpert(node, heap, best);
    }
    return best;
  }

  private visitExpert(expert: number, heap: MinHeap, best: { expert: number; distance: number }): void {
    if (this.load[expert]! < this.problem.capacity) {
      const step = loadCost(this.load[expert]! + 1) + this.potential[expert]! - this.sinkPotential;
      const distance = this.distance[expert]! + step;
      if (distance < best.distance || (distance === best.distance && expert < best.expert))
        Object.assign(best, { expert, distance });
    }
    for (const proposal of this.given[expert]!)
      this.relax(expert, this.m + proposal, -this.cost(proposal, expert), heap);
  }

  private relaxExperts(node: number, heap: MinHeap): void {
    const proposal = node - this.m;
    const row = proposal * this.m;
    for (let expert = 0; expert < this.m; expert += 1)
      if (this.problem.scores[row + expert]! >= 0 && !this.taken[row + expert])
        this.relax(node, expert, this.cost(proposal, expert), heap);
  }

  private relax(from: number, to: number, cost: number, heap: MinHeap): void {
    const distance = this.distance[from]! + cost + this.potential[from]! - this.potential[to]!;
    if (distance >= this.distance[to]!) return;
    this.distance[to] = distance;
    this.from[to] = from;
    heap.push(distance, to);
  }

  /** Keeps every reduced cost at or above zero for the next path. */
  private raisePotentials(reached: number): void {
    for (let node = 0; node < this.potential.length; node += 1)
      this.potential[node]! += Math.min(this.distance[node]!, reached);
    this.sinkPotential += reached;
  }

  /** Walks back from the free place: every free pair on the way is taken, every taken one is freed. */
  private turn(end: number): void {
    for (let expert = end; ;) {
      const proposal = this.from[expert]! - this.m;
      this.taken[proposal * this.m + expert] = 1;
      this.given[expert]!.push(proposal);
      const before = this.from[this.m + proposal]!;
      if (before < 0) return;
      this.taken[proposal * this.m + before] = 0;
      this.given[before]!.splice(this.given[before]!.indexOf(proposal), 1);
      expert = before;
    }
  }

  private cost(proposal: number, expert: number): number {
    return pairCost(this.problem.scores[proposal * this.m + expert]!);
  }
}
