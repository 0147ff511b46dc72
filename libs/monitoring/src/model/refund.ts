/** An expense as the check left it. */
export interface CheckedExpense {
  fundedKop: number;
  isRefused: boolean;
}

/** What else says that money returns. */
export interface OtherGrounds {
  /** Untargeted by findings that were not fixed in their term. */
  unresolvedKop: number;
  /** By the act that ended the contract early. */
  byActKop: number;
}

export interface Refund extends OtherGrounds {
  paidKop: number;
  acceptedKop: number;
  /** Spent on what was refused, or on what a finding calls untargeted. */
  untargetedKop: number;
  /** Received and not accounted for. */
  unspentKop: number;
  toReturnKop: number;
}

/**
 * rule 65: what the recipient returns is what it received and did not spend on what was accepted, and never less than an
 * early end orders. An unresolved finding lessens what was accepted. Of what returns, as much as was refused or found
 * is untargeted, the rest is unspent. Money that was claimed and never paid is not returned.
 */
export function refundOf(
  paidKop: number,
  expenses: readonly CheckedExpense[],
  { unresolvedKop, byActKop }: OtherGrounds = { unresolvedKop: 0, byActKop: 0 },
): Refund {
  const sum = (isRefused: boolean) =>
    expenses.filter((one) => one.isRefused === isRefused).reduce((total, { fundedKop }) => total + fundedKop, 0);
  const acceptedKop = Math.max(0, sum(false) - unresolvedKop);
  const toReturnKop = Math.min(paidKop, Math.max(0, paidKop - acceptedKop, byActKop));
  const untargetedKop = Math.min(sum(true) + unresolvedKop, toReturnKop);
  const unspentKop = toReturnKop - untargetedKop;
  return { paidKop, acceptedKop, untargetedKop, unspentKop, toReturnKop, unresolvedKop, byActKop };
}

type Settled = Pick<Refund, 'paidKop' | 'acceptedKop' | 'untargetedKop' | 'unspentKop'>;

/** Two settlements come to the same. */
export const isSettledAs = (one: Settled, other: Settled): boolean =>
  one.paidKop === other.paidKop &&
  one.acceptedKop === other.acceptedKop &&
  one.untargetedKop === other.untargetedKop &&
  one.unspentKop === other.unspentKop;
