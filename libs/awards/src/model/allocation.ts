import type { AwardState } from './award.lifecycle.js';
import type { Fraction, RatingCriterion } from '#libs/evaluation';
import { allocate, askedOf, type AllocationLine, type Outcome, type PotRules } from './allocate.js';

/** Why a proposal gets nothing and is not in the list of the next ones. */
export type Refusal = 'below-passing' | 'not-supported';

/** What stands on a proposal: by signed minutes, or by the director's order where he distributes the money. */
export interface AdoptedLine {
  outcome: Outcome;
  amountKop: number;
  reason: Refusal | null;
  /** The director's own words where he departs from the rating or the advice; empty else. */
  note: string;
}

/** What became of an award, as it stands now. */
export interface AwardNow {
  id: string;
  state: AwardState;
  amountKop: number;
  isPartial: boolean;
}

/** An admitted proposal with its place in the rating. */
export interface RatedProposal {
  applicationId: string;
  organisationId: string;
  organisationName: string;
  /** «ГО «Читальня»»: for tables and pictures. */
  organisationShortName: string;
  edrpou: string;
  settlement: string;
  registerCode: string;
  title: string;
  requestedKop: number;
  /** Null below the passing score. */
  place: number | null;
  /** Exact; a denominator of 0 means that nobody might score it. */
  score: Fraction;
  tieStep: string | null;
  criteria: RatingCriterion[];
  /** Null until the commission's minutes are signed. */
  adopted: AdoptedLine | null;
  /** Null where no order gives it anything. */
  award: AwardNow | null;
  /** After the order the commission did not support it as the next one. */
  isPassedOver: boolean;
}

export interface AllocationRow extends RatedProposal {
  /** What the rating and the pot alone give; the commission votes on this. */
  computed: AllocationLine;
  /** What stands: the decision of the commission, before it what is computed. */
  outcome: Outcome;
  amountKop: number;
  /** What stands is less than the request: it waits, or waited, for consent. */
  isPartial: boolean;
  /** What the pot still holds after this row. */
  restKop: number;
}

/** The pot laid over the rating, with what the commission has decided already. */
export interface Allocation {
  potKop: number;
  capKop: number;
  rows: AllocationRow[];
  /** The sum of what stands. */
  amountKop: number;
  /** Money of proposals that the commission did not support: it goes to nobody. */
  freedKop: number;
  undecidedCount: number;
}

/** `computed`: what a chosen way gives; without it strictly down the rating. */
export function layAllocation(
  money: PotRules,
  rated: readonly RatedProposal[],
  computed: readonly AllocationLine[] = allocate(money, rated),
): Allocation {
  const lines = new Map(computed.map((line) => [line.applicationId, line]));
  let restKop = money.potKop;
  const rows = rated.map((proposal): AllocationRow => {
    const computed = lines.get(proposal.applicationId)!;
    const { outcome, amountKop } = proposal.adopted ?? computed;
    restKop -= amountKop;
    const isPartial = amountKop > 0 && amountKop < askedOf(proposal, money);
    return { ...proposal, computed, outcome, amountKop, isPartial, restKop };
  });
  const freed = rows.map((row) => (row.adopted?.reason === 'not-supported' ? row.computed.amountKop : 0));
  return {
    ...{ potKop: money.potKop, capKop: money.capKop },
    rows,
    amountKop: money.potKop - restKop,
    freedKop: freed.reduce((sum, amountKop) => sum + amountKop, 0),
    undecidedCount: rows.filter((row) => row.adopted === null).length,
  };
}
