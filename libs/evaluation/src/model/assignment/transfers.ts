/** More than any sum of costs on a way. */
export const NO_WAY = 1 << 29;

/**
 * Who could hand a proposal over to whom: for every two experts the cheapest change of cost if one of the proposals of
 * the first went to the second, and which proposal that is.
 */
export class Transfers {
  /** cheapest[from * experts + to]; NO_WAY where nothing can be handed over. */
  readonly cheapest: Int32Array;
  private readonly mover: Int32Array;
  /** Proposals of each expert. */
  readonly given: number[][];
  private readonly isGiven: Uint8Array;

  /** @param costs of every pair, proposal * experts + expert; NO_WAY for pairs that must not be */
  constructor(
    private readonly costs: Int32Array,
    proposals: number,
    private readonly experts: number,
  ) {
    this.cheapest = new Int32Array(experts * experts).fill(NO_WAY);
    this.mover = new Int32Array(experts * experts).fill(-1);
    this.given = Array.from({ length: experts }, () => []);
    this.isGiven = new Uint8Array(proposals * experts);
  }

  has(proposal: number, expert: number): boolean {
    return this.isGiven[proposal * this.experts + expert] === 1;
  }

  /** The proposal that the first expert hands over to the second at the least cost. */
  moverOf(from: number, to: number): number {
    return this.mover[from * this.experts + to]!;
  }

  give(proposal: number, expert: number): void {
    this.given[expert]!.push(proposal);
    this.isGiven[proposal * this.experts + expert] = 1;
    this.offerAll(proposal, expert);
    this.closeWaysTo(proposal, expert);
  }

  takeBack(proposal: number, expert: number): void {
    const given = this.given[expert]!;
    given.splice(given.indexOf(proposal), 1);
    this.isGiven[proposal * this.experts + expert] = 0;
    for (let to = 0; to < this.experts; to += 1) if (this.moverOf(expert, to) === proposal) this.findAnew(expert, to);
    this.openWaysTo(proposal, expert);
  }

  /** What the expert could hand over now that the proposal is here. */
  private offerAll(proposal: number, expert: number): void {
    for (let to = 0; to < this.experts; to += 1) this.offer(proposal, expert, to);
  }

  /** Nobody can hand over a proposal to somebody who has it. */
  private closeWaysTo(proposal: number, expert: number): void {
    for (const other of this.holders(proposal))
      if (this.moverOf(other, expert) === proposal) this.findAnew(other, expert);
  }

  private openWaysTo(proposal: number, expert: number): void {
    for (const other of this.holders(proposal)) this.offer(proposal, other, expert);
  }

  private holders(proposal: number): number[] {
    const holders: number[] = [];
    for (let at = proposal * this.experts, expert = 0; expert < this.experts; expert += 1, at += 1)
      if (this.isGiven[at]) holders.push(expert);
    return holders;
  }

  private findAnew(from: number, to: number): void {
    this.cheapest[from * this.experts + to] = NO_WAY;
    this.mover[from * this.experts + to] = -1;
    for (const proposal of this.given[from]!) this.offer(proposal, from, to);
  }

  /** Of equal changes the lowest proposal: the result must not depend on the history. */
  private offer(proposal: number, from: number, to: number): void {
    const row = proposal * this.experts;
    if (this.costs[row + to] === NO_WAY || this.isGiven[row + to]) return;
    const change = this.costs[row + to]! - this.costs[row + from]!;
    const at = from * this.experts + to;
    if (change > this.cheapest[at]! || (change === this.cheapest[at] && proposal > this.mover[at]!)) return;
    this.cheapest[at] = change;
    this.mover[at] = proposal;
  }
}
