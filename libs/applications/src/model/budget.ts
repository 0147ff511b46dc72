import type { BudgetRules, CostGroup } from '#libs/competitions';
import type { BudgetLine } from './frozen-proposal.js';

export interface Sums {
  requestedKop: number;
  ownKop: number;
  otherKop: number;
  totalKop: number;
}

type Shares = Pick<BudgetLine, 'fundedKop' | 'ownKop' | 'otherKop'>;
type Cost = Pick<BudgetLine, 'quantity' | 'priceKop' | 'months'>;
type Money = Cost & Shares;

/** What the line costs: quantity × price × months. */
export const costOf = ({ quantity, priceKop, months }: Cost): number => quantity * priceKop * months;

export const sharesOf = ({ fundedKop, ownKop, otherKop }: Shares): number => fundedKop + ownKop + otherKop;

/** rule 21: what the line costs is what is asked plus what is brought, to the kopeck. */
export const isBalanced = (line: Money): boolean => costOf(line) === sharesOf(line);

export function sumsOf(lines: readonly Shares[]): Sums {
  const sum = (share: keyof Shares) => lines.reduce((total, line) => total + line[share], 0);
  const [requestedKop, ownKop, otherKop] = [sum('fundedKop'), sum('ownKop'), sum('otherKop')];
  return { requestedKop, ownKop, otherKop, totalKop: requestedKop + ownKop + otherKop };
}

/** A line as it was typed: a share that was left empty, or not posted at all, is what the others leave. */
export type TypedMoney = Pick<Money, 'quantity' | 'priceKop'> &
  Partial<Pick<Money, 'months' | 'otherKop'>> & { fundedKop?: number | null; ownKop?: number | null };

export function withShares<Line extends TypedMoney>(line: Line): Line & Money {
  const { fundedKop = null, ownKop = null, otherKop = 0, months = 1 } = line;
  const rest = (known: number) => Math.max(0, costOf({ ...line, months }) - otherKop - known);
  const isLeftOut = fundedKop === null && ownKop === null;
  const shares = isLeftOut
    ? { fundedKop: 0, ownKop: 0 }
    : { fundedKop: fundedKop ?? rest(ownKop!), ownKop: ownKop ?? rest(fundedKop!) };
  return { ...line, months, otherKop, ...shares };
}

/**
 * rule 23: own share ÷ total ≥ the slot, in hundredths of a percent (1500 = 15 %). Exact: no division, no fractions.
 */
export function isOwnShareEnough(sums: Pick<Sums, 'ownKop' | 'totalKop'>, shareHundredths: number): boolean {
  return BigInt(sums.ownKop) * 10_000n >= BigInt(shareHundredths) * BigInt(sums.totalKop);
}

/** The least own share beside the rest of the budget, in kopecks: own ÷ (own + rest) ≥ the slot. */
export function ownShareNeededKop(restKop: number, shareHundredths: number): number {
  const left = BigInt(10_000 - shareHundredths);
  if (left <= 0n) return 0;
  return Number((BigInt(restKop) * BigInt(shareHundredths) + left - 1n) / left);
}

export interface GroupSum {
  group: CostGroup;
  fundedKop: number;
  /** The most that may be asked for the group, in whole kopecks; null = no cap. */
  capKop: number | null;
  isOver: boolean;
}

/** rule 24: what is asked for each group of costs beside its cap, a part of all that is asked. */
export function groupSums(lines: readonly BudgetLine[], { groups }: BudgetRules): GroupSum[] {
  const { requestedKop } = sumsOf(lines);
  return groups.map((group) => {
    const { requestedKop: fundedKop } = sumsOf(lines.filter((line) => line.group === group.key));
    const capKop = group.capHundredths === null ? null : capOf(requestedKop, group.capHundredths);
    return { group, fundedKop, capKop, isOver: capKop !== null && fundedKop > capKop };
  });
}

const capOf = (requestedKop: number, capHundredths: number): number =>
  Number((BigInt(requestedKop) * BigInt(capHundredths)) / 10_000n);
