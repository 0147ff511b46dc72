/** An expense as the check left it. */
export interface CheckedExpense {
  fundedKop: number;
  isRefused: boolean;
}

export interface Refund {
  acceptedKop: number;
  /** Spent on what was refused. */
  untargetedKop: number;
  /** Received and not accounted for. */
  unspentKop: number;
  toReturnKop: number;
}

/**
 * rule 65: what the recipient returns is what it received and did not spend on what was accepted. Of it, as much as was
 * refused is untargeted, the rest is unspent. Money that was claimed and never paid is not returned.
 */
export function refundOf(paidKop: number, expenses: readonly CheckedExpense[]): Refund {
  const sum = (isRefused: boolean) =>
    expenses.filter((one) => one.isRefused === isRefused).reduce((total, { fundedKop }) => total + fundedKop, 0);
  const acceptedKop = sum(false);
  const toReturnKop = Math.max(0, paidKop - acceptedKop);
  const untargetedKop = Math.min(sum(true), toReturnKop);
  return { acceptedKop, untargetedKop, unspentKop: toReturnKop - untargetedKop, toReturnKop };
}
