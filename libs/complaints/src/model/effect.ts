import { allocate, type PotRules } from '#libs/awards';
import { rate, type ProposalWithSheets, type RatingRules, type SheetPoints } from '#libs/evaluation';

/** What should have been: another sheet in the place of one, or a proposal that should not stand in the rating. */
export type Correction =
  | { kind: 'sheet'; applicationId: string; sheet: number; points: SheetPoints }
  | { kind: 'exclude'; applicationId: string };

/** How a proposal stands: exact points, place and money by the rating and the pot alone. */
export interface StandingNow {
  /** Null below the passing score, or out of the rating. */
  place: number | null;
  pointsSum: number;
  sheetsCount: number;
  amountKop: number;
}

export interface EffectRow {
  applicationId: string;
  before: StandingNow;
  after: StandingNow;
}

/** Everything that the rating and the distribution of money are computed of. */
export interface RatedCase {
  rules: RatingRules;
  money: PotRules;
  criteria: readonly { key: string; title: string; maxPoints: number }[];
  proposals: readonly (ProposalWithSheets & { requestedKop: number })[];
}

/** The rating run again with the correction: every proposal that would stand otherwise, in the order of the new places. */
export function effectOf(given: RatedCase, correction: Correction): EffectRow[] {
  const before = standings(given, given.proposals);
  const after = standings(given, corrected(given.proposals, correction));
  const rows = [...before].map(([applicationId, was]): EffectRow => {
    const gone = { ...was, place: null, amountKop: 0 };
    return { applicationId, before: was, after: after.get(applicationId) ?? gone };
  });
  return rows.filter(hasChanged).sort((a, b) => rank(a.after) - rank(b.after) || rank(a.before) - rank(b.before));
}

const rank = ({ place }: StandingNow): number => place ?? Number.MAX_SAFE_INTEGER;

const hasChanged = ({ before, after }: EffectRow): boolean =>
  before.place !== after.place ||
  before.amountKop !== after.amountKop ||
  before.pointsSum * after.sheetsCount !== after.pointsSum * before.sheetsCount;

function corrected(proposals: RatedCase['proposals'], correction: Correction): RatedCase['proposals'] {
  const { applicationId } = correction;
  if (correction.kind === 'exclude') return proposals.filter((one) => one.applicationId !== applicationId);
  const { sheet, points } = correction;
  return proposals.map((one) =>
    one.applicationId === applicationId
      ? { ...one, sheets: one.sheets.map((old, index) => (index === sheet ? { ...old, points } : old)) }
      : one,
  );
}

function standings({ rules, money }: RatedCase, proposals: RatedCase['proposals']): Map<string, StandingNow> {
  const rated = rate(
    rules,
    proposals.map((one) => ({ ...one, sheets: one.sheets.map(({ points }) => points) })),
  );
  const requests = new Map(proposals.map((one) => [one.applicationId, one.requestedKop]));
  const asked = rated.map((one) => ({ ...one, requestedKop: requests.get(one.applicationId)! }));
  const sums = new Map(allocate(money, asked).map((one) => [one.applicationId, one.amountKop]));
  return new Map(
    rated.map(({ applicationId, place, pointsSum, sheetsCount }) => [
      applicationId,
      { place, pointsSum, sheetsCount, amountKop: sums.get(applicationId)! },
    ]),
  );
}
