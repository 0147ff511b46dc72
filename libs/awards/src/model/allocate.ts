export const OUTCOMES = ['funded', 'next', 'not-funded'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A proposal of the rating; `place` is null below the passing score. */
export interface RatedRequest {
  applicationId: string;
  place: number | null;
  requestedKop: number;
}

export interface AllocationLine {
  applicationId: string;
  place: number | null;
  outcome: Outcome;
  amountKop: number;
  /** What the pot still holds after this line. */
  restKop: number;
}

/**
 * Money goes down the rating until the first proposal that does not fit; it and all after it are next in the rating,
 * even those that would fit: nobody overtakes a better place (rule 48). Below the passing score nothing is given (rule 45).
 * An amount is the request, never above the cap nor the pot.
 */
export function allocate(money: { potKop: number; capKop: number }, rating: readonly RatedRequest[]): AllocationLine[] {
  let restKop = money.potKop;
  let isOver = false;
  const passed = rating.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
  const lines = passed.map(({ applicationId, place, requestedKop }): AllocationLine => {
    const askedKop = Math.min(requestedKop, money.capKop);
    isOver ||= askedKop > restKop;
    const amountKop = isOver ? 0 : askedKop;
    restKop -= amountKop;
    return { applicationId, place, outcome: isOver ? 'next' : 'funded', amountKop, restKop };
  });
  const notPassed = rating.filter(({ place }) => place === null);
  return [
    ...lines,
    ...notPassed.map(({ applicationId }): AllocationLine => ({
      applicationId,
      place: null,
      outcome: 'not-funded',
      amountKop: 0,
      restKop,
    })),
  ];
}
