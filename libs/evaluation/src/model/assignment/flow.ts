import type { AssignmentProblem, Pair } from './problem.js';
import { NO_WAY, Transfers } from './transfers.js';

/** Prices that prove an assignment cheapest: see `certificate.ts`. */
export interface Prices {
  proposals: Int32Array;
  experts: Int32Array;
}

/**
 * Minimum-cost flow by successive shortest ways, on the graph of the experts alone: a way begins at an expert who could
 * take the proposal, goes on from expert to expert, each handing one proposal over to the next, and ends with one who
 * has a place. With the prices every step costs nothing or more, so Dijkstra's method finds the cheapest way; a graph
 * this dense needs no queue.
 */
export class Flow {
  readonly loads: Int32Array;
  /** Experts that the last search reached. */
  reached: number[] = [];
  private readonly n: number;
  private readonly m: number;
  private readonly costs: Int32Array;
  private readonly transfers: Transfers;
  private readonly prices: Int32Array;
  /** Cost of the cheapest known way to each expert, without the prices. */
  private readonly cost: Int32Array;
  private readonly from: Int32Array;
  private readonly isSettled: Uint8Array;

  constructor(private readonly problem: AssignmentProblem) {
    this.n = problem.needs.length;
    this.m = problem.loads.length;
    this.costs = costsOf(problem);
    this.transfers = new Transfers(this.costs, this.n, this.m);
    this.loads = Int32Array.from(problem.loads);
    this.prices = new Int32Array(this.m);
    this.cost = new Int32Array(this.m);
    this.from = new Int32Array(this.m);
    this.isSettled = new Uint8Array(this.m);
  }

  /** One more expert for the proposal; false when there is no way to a place. */
  serve(proposal: number): boolean {
    const end = this.cheapestPlace(proposal);
    if (end < 0) return false;
    this.movePrices(this.cost[end]! + this.costOfPlace(end));
    this.handOver(proposal, end);
    return true;
  }

  /** In the order of proposals, then experts. */
  pairs(): Pair[] {
    return this.transfers.given
      .flatMap((proposals, expert) => proposals.map((proposal) => ({ proposal, expert })))
      .sort((a, b) => a.proposal - b.proposal || a.expert - b.expert);
  }

  proposalsOf(expert: number): readonly number[] {
    return this.transfers.given[expert]!;
  }

  /** The price of a proposal makes its cheapest free pair cost exactly nothing. */
  pricesOfAll(): Prices {
    const proposals = Int32Array.from({ length: this.n }, (_, proposal) => {
      let [leastFree, mostTaken] = [NO_WAY, -NO_WAY];
      for (let at = proposal * this.m, expert = 0; expert < this.m; expert += 1, at += 1) {
        const cost = this.costs[at]! - this.prices[expert]!;
        if (this.transfers.has(proposal, expert)) mostTaken = Math.max(mostTaken, cost);
        else if (this.costs[at] !== NO_WAY) leastFree = Math.min(leastFree, cost);
      }
      return leastFree < NO_WAY ? -leastFree : mostTaken > -NO_WAY ? -mostTaken : 0;
    });
    return { proposals, experts: this.prices };
  }

  /** The expert with a place at the end of the cheapest way, or -1. */
  private cheapestPlace(proposal: number): number {
    this.begin(proposal);
    let [end, least] = [-1, NO_WAY];
    for (let expert = this.nearest(); expert >= 0; expert = this.nearest()) {
      if (this.cost[expert]! - this.prices[expert]! >= least) break;
      this.isSettled[expert] = 1;
      this.reached.push(expert);
      const cost = this.hasPlace(expert) ? this.cost[expert]! + this.costOfPlace(expert) : NO_WAY;
      if (cost < least) [end, least] = [expert, cost];
      this.goOnFrom(expert);
    }
    return end;
  }

  private begin(proposal: number): void {
    this.reached = [];
    this.isSettled.fill(0);
    this.from.fill(-1);
    for (let at = proposal * this.m, expert = 0; expert < this.m; expert += 1, at += 1)
      this.cost[expert] = this.transfers.has(proposal, expert) ? NO_WAY : this.costs[at]!;
  }

  private nearest(): number {
    let [nearest, least] = [-1, NO_WAY >> 1];
    for (let expert = 0; expert < this.m; expert += 1) {
      if (this.isSettled[expert]) continue;
      const distance = this.cost[expert]! - this.prices[expert]!;
      if (distance < least) [nearest, least] = [expert, distance];
    }
    return nearest;
  }

  private goOnFrom(expert: number): void {
    const { cheapest } = this.transfers;
    const cost = this.cost[expert]!;
    for (let at = expert * this.m, to = 0; to < this.m; to += 1, at += 1) {
      const next = cost + cheapest[at]!;
      if (next >= this.cost[to]! || this.isSettled[to]) continue;
      this.cost[to] = next;
      this.from[to] = expert;
    }
  }

  private hasPlace(expert: number): boolean {
    return this.loads[expert]! < this.problem.limits[expert]!;
  }

  private costOfPlace(expert: number): number {
    return this.problem.objective.loadStep * (this.loads[expert]! + 1);
  }

  /** Experts nearer than the place become dearer by the difference: the way to it then costs exactly nothing. */
  private movePrices(toPlace: number): void {
    for (const expert of this.reached) {
      const distance = this.cost[expert]! - this.prices[expert]!;
      if (distance < toPlace) this.prices[expert]! -= toPlace - distance;
    }
  }

  /** Walks the way back: everyone on it hands one proposal over to the next. */
  private handOver(proposal: number, end: number): void {
    this.loads[end]! += 1;
    const moves: { proposal: number; from: number; to: number }[] = [];
    let to = end;
    for (let from = this.from[to]!; from >= 0; to = from, from = this.from[to]!)
      moves.push({ proposal: this.transfers.moverOf(from, to), from, to });
    for (const move of moves) this.transfers.takeBack(move.proposal, move.from);
    for (const move of moves) this.transfers.give(move.proposal, move.to);
    this.transfers.give(proposal, to);
  }
}

function costsOf({ scores, objective }: AssignmentProblem): Int32Array {
  const costs = new Int32Array(scores.length).fill(NO_WAY);
  for (let at = 0; at < costs.length; at += 1) if (scores[at]! >= 0) costs[at] = objective.pair[scores[at]!]!;
  return costs;
}
