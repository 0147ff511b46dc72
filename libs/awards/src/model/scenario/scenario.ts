import type { AllocationWay } from '#libs/terms';
import { allocate, askedOf, type AllocationLine, type PotRules } from '../allocate.js';
import { bestSet } from './best-set.js';

/** A proposal of the rating with what a way of allocation looks at. */
export interface Candidate {
  applicationId: string;
  /** Null below the passing score. */
  place: number | null;
  requestedKop: number;
  /** Hundredths of a point, rounded; places are never decided by it. */
  pointsHundredths: number;
  priority: string;
  district: string;
}

/** A way to lay the pot, with the sum that a minimum or a maximum sets for each group. */
export interface Scenario {
  way: AllocationWay;
  /** Null where the way has no such sum. */
  groupKop: number | null;
}

/** Why a line is as it is. */
export type Because = 'place' | 'rest' | 'floor' | 'ceiling' | 'best-set' | 'not-in-set' | 'pot' | 'below';

export interface ScenarioLine extends AllocationLine {
  because: Because;
}

export const hasGroupSum = (way: AllocationWay): boolean => way.endsWith('-minimum') || way.endsWith('-maximum');

const groupOf = ({ way }: Scenario, one: Candidate): string =>
  way.startsWith('priority-') ? one.priority : one.district;

/**
 * What a way gives to whom: never above pot, cap or request, nothing below the passing score (rules 45, 48). A scenario is
 * a proposal; only signed minutes and the order decide.
 */
export function laid(scenario: Scenario, money: PotRules, candidates: readonly Candidate[]): ScenarioLine[] {
  const passed = candidates.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
  const below = candidates.filter(({ place }) => place === null);
  const lines = WAYS[scenario.way](scenario, money, passed);
  return [...lines, ...below.map((one) => lineOf(one, 0, false, 'below'))];
}

const WAYS: Record<AllocationWay, (of: Scenario, money: PotRules, passed: readonly Candidate[]) => ScenarioLine[]> = {
  'top-down': (_of, money, passed) => strictly(money, passed),
  'priority-minimum': withFloor,
  'district-minimum': withFloor,
  'priority-maximum': withCeiling,
  'district-maximum': withCeiling,
  portfolio: (_of, money, passed) => {
    const chosen = bestSet(
      money.potKop,
      passed.map((one) => ({ costKop: askedOf(one, money), value: one.pointsHundredths })),
    );
    return passed.map((one, index) =>
      chosen.has(index) ? lineOf(one, askedOf(one, money), false, 'best-set') : lineOf(one, 0, false, 'not-in-set'),
    );
  },
};

function lineOf(one: Candidate, amountKop: number, isPartial: boolean, because: Because): ScenarioLine {
  const outcome = amountKop > 0 ? 'funded' : one.place === null ? 'not-funded' : 'next';
  return { applicationId: one.applicationId, place: one.place, outcome, amountKop, isPartial, restKop: 0, because };
}

function strictly(money: PotRules, passed: readonly Candidate[]): ScenarioLine[] {
  return allocate(money, passed).map((line) => ({
    ...line,
    because: line.isPartial ? 'rest' : line.outcome === 'funded' ? 'place' : 'pot',
  }));
}

/** First the best of each group until the group has its sum; what is left goes down the rating. */
function withFloor(of: Scenario, money: PotRules, passed: readonly Candidate[]): ScenarioLine[] {
  const sums = new Map<string, number>();
  const reserved = new Set<string>();
  let restKop = money.potKop;
  for (const one of passed) {
    const [group, askedKop] = [groupOf(of, one), askedOf(one, money)];
    const sumKop = sums.get(group) ?? 0;
    if (sumKop >= of.groupKop! || askedKop > restKop) continue;
    sums.set(group, sumKop + askedKop);
    restKop -= askedKop;
    reserved.add(one.applicationId);
  }
  const others = passed.filter(({ applicationId }) => !reserved.has(applicationId));
  const rest = new Map(strictly({ ...money, potKop: restKop }, others).map((line) => [line.applicationId, line]));
  return passed.map((one) => rest.get(one.applicationId) ?? lineOf(one, askedOf(one, money), false, 'floor'));
}

/** Down the rating; whoever would take its group over the sum is passed over. */
function withCeiling(of: Scenario, money: PotRules, passed: readonly Candidate[]): ScenarioLine[] {
  const sums = new Map<string, number>();
  const full = new Set<string>();
  let restKop = money.potKop;
  for (const one of passed) {
    const [group, askedKop] = [groupOf(of, one), askedOf(one, money)];
    const sumKop = (sums.get(group) ?? 0) + askedKop;
    if (sumKop > of.groupKop!) full.add(one.applicationId);
    else if (askedKop <= restKop) {
      sums.set(group, sumKop);
      restKop -= askedKop;
    } else break;
  }
  const within = passed.filter(({ applicationId }) => !full.has(applicationId));
  const given = new Map(strictly(money, within).map((line) => [line.applicationId, line]));
  return passed.map((one) => given.get(one.applicationId) ?? lineOf(one, 0, false, 'ceiling'));
}
