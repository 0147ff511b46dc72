import type { BudgetLine } from './frozen-proposal.js';

export interface Sums {
  requestedKop: number;
  ownKop: number;
  totalKop: number;
}

type Money = Pick<BudgetLine, 'quantity' | 'priceKop' | 'fundedKop' | 'ownKop'>;

/** What the line costs: quantity × price. */
export const costOf = ({ quantity, priceKop }: Pick<Money, 'quantity' | 'priceKop'>): number => quantity * priceKop;

/** rule 21: what the line costs is what is asked plus what is brought, to the kopeck. */
export const isBalanced = (line: Money): boolean => costOf(line) === line.fundedKop + line.ownKop;

export function sumsOf(lines: readonly Money[]): Sums {
  const requestedKop = lines.reduce((sum, line) => sum + line.fundedKop, 0);
  const ownKop = lines.reduce((sum, line) => sum + line.ownKop, 0);
  return { requestedKop, ownKop, totalKop: requestedKop + ownKop };
}

/** A line as it was typed: a share that was left empty, or not posted at all, is what the other one leaves. */
export type TypedMoney = Omit<Money, 'fundedKop' | 'ownKop'> & { fundedKop?: number | null; ownKop?: number | null };

export function withShares<Line extends TypedMoney>(line: Line): Line & Money {
  const { fundedKop = null, ownKop = null } = line;
  const rest = (known: number) => Math.max(0, costOf(line) - known);
  if (fundedKop === null && ownKop === null) return { ...line, fundedKop: 0, ownKop: 0 };
  return { ...line, fundedKop: fundedKop ?? rest(ownKop!), ownKop: ownKop ?? rest(fundedKop!) };
}

/**
 * rule 23: own share ÷ total ≥ the slot, in hundredths of a percent (1500 = 15 %). Exact: no division, no fractions.
 */
export function isOwnShareEnough(sums: Pick<Sums, 'ownKop' | 'totalKop'>, shareHundredths: number): boolean {
  return BigInt(sums.ownKop) * 10_000n >= BigInt(shareHundredths) * BigInt(sums.totalKop);
}

/** The least own share for what is asked, in kopecks: own ÷ (own + requested) ≥ the slot. */
export function ownShareNeededKop(requestedKop: number, shareHundredths: number): number {
  const rest = BigInt(10_000 - shareHundredths);
  if (rest <= 0n) return 0;
  const needed = (BigInt(requestedKop) * BigInt(shareHundredths) + rest - 1n) / rest;
  return Number(needed);
}
