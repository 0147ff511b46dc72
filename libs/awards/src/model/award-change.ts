import type { RatedProposal } from './allocation.js';

/** What an order of change does to one proposal. */
export interface ChangeLine {
  applicationId: string;
  /** Its place in the changed rating. */
  place: number | null;
  beforeKop: number;
  afterKop: number;
}

/** Does the award still give anything? */
export const isGiven = (state: string): boolean => state === 'offered' || state === 'stands';

/**
 * Awards that no longer follow the adopted rating, with what it gives instead. Who has refused money is given none anew,
 * and what follows already is left alone.
 */
export function changeLines(
  rows: readonly { applicationId: string; place: number | null; amountKop: number }[],
  proposals: readonly Pick<RatedProposal, 'applicationId' | 'award'>[],
): ChangeLine[] {
  return rows.flatMap(({ applicationId, place, amountKop: afterKop }) => {
    const award = proposals.find((one) => one.applicationId === applicationId)?.award ?? null;
    const beforeKop = award && isGiven(award.state) ? award.amountKop : 0;
    if (beforeKop === afterKop || (award && beforeKop === 0)) return [];
    return [{ applicationId, place, beforeKop, afterKop }];
  });
}
