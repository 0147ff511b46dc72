export const OUTCOMES = ['funded', 'next', 'not-funded'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A proposal of the rating; `place` is null below the passing score. */
export interface RatedRequest {
  applicationId: string;
  place: number | null;
  requestedKop: number;
}

/** What there is to distribute. */
export interface PotRules {
  potKop: number;
  capKop: number;
  /** The conditions allow less than the request, with consent and a corrected budget (rule 49). */
  isPartialAllowed?: boolean;
}

export interface AllocationLine {
  applicationId: string;
  place: number | null;
  outcome: Outcome;
  amountKop: number;
  /** Less than the request: it waits for consent. */
  isPartial: boolean;
  /** What the pot still holds after this line. */
  restKop: number;
}

/** What was asked, as far as one project may get it (rule 48). */
export const askedOf = ({ requestedKop }: { requestedKop: number }, { capKop }: { capKop: number }): number =>
  Math.min(requestedKop, capKop);

/**
 * Money goes down the rating until the first proposal that does not fit; it and all after it are next in the rating,
 * even those that would fit: nobody overtakes a better place (rule 48). Where the conditions allow it, that first one is
 * offered what is left (rule 49). Below the passing score nothing is given (rule 45). An amount is the request, never
 * above the cap nor the pot.
 */
export function allocate(money: PotRules, rating: readonly RatedRequest[]): AllocationLine[] {
  let restKop = money.potKop;
  let isOver = false;
  const passed = rating.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
  const lines = passed.map(({ applicationId, place, requestedKop }): AllocationLine => {
    const askedKop = askedOf({ requestedKop }, money);
    const isFirstOver = !isOver && askedKop > restKop;
    const isPartial = isFirstOver && money.isPartialAllowed === true && restKop > 0;
    const amountKop = isOver || (isFirstOver && !isPartial) ? 0 : Math.min(askedKop, restKop);
    isOver ||= isFirstOver;
    restKop -= amountKop;
    return { applicationId, place, outcome: amountKop > 0 ? 'funded' : 'next', amountKop, isPartial, restKop };
  });
  const notPassed = rating.filter(({ place }) => place === null);
  return [
    ...lines,
    ...notPassed.map(({ applicationId }): AllocationLine => ({
      applicationId,
      place: null,
      outcome: 'not-funded',
      amountKop: 0,
      isPartial: false,
      restKop,
    })),
  ];
}
