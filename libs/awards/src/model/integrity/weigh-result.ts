import {
  agreementOf,
  correctedStandings,
  peopleOf,
  RankBands,
  severityOf,
  SEVERITY_LAMBDA,
  spreadOf,
  withoutEach,
  type Alternative,
  type ProposalWithSheets,
  type RatingRules,
  type Standing,
} from '#libs/evaluation';
import { allocate, type PotRules } from '../allocate.js';

/** Fewer people, or fewer sheets of one of them, and a shift cannot be told from an opinion: the check is silent. */
const MIN_PEOPLE = 3;
const MIN_SHEETS = 5;

export type Silence = 'few-people' | 'few-sheets';

/** A person beside the others on the same proposals. */
export interface PersonShift {
  personId: string;
  sheets: number;
  /** Hundredths of a point above (lenient) or below (harsh) the others. */
  shiftHundredths: number;
}

export interface WeighedProposal {
  applicationId: string;
  /** The legal place; null below the passing score. */
  place: number | null;
  correctedHundredths: number;
  correctedPlace: number | null;
  /** Places without each one person; null = below the passing score. */
  best: number | null;
  worst: number | null;
  /** Between the highest and the lowest sheet, points. */
  spread: number;
}

/** A recalculation that would give the money to other proposals. */
export interface Change {
  /** Null: the corrected means. */
  withoutPersonId: string | null;
  enters: string[];
  leaves: string[];
}

export interface WeighedResult {
  lambda: number;
  /** Largest slope left at the solution, as a power of ten: what a checker compares with nought. */
  residual: string;
  apartHundredths: number | null;
  people: PersonShift[];
  rows: WeighedProposal[];
  /** How many recalculations were made, and those of them that change the list of funded ones. */
  recalculated: number;
  changes: Change[];
}

export interface RatedCase {
  rules: RatingRules;
  money: PotRules;
  /** Admitted proposals in the order of the legal rating. */
  rated: readonly (Standing & { requestedKop: number })[];
  sheets: readonly ProposalWithSheets[];
}

/** How firmly the result stands: shown beside the legal mean, it never changes a place (rule 46). */
export function weighResult(of: RatedCase): WeighedResult | Silence {
  const proposals = inOrderOf(of.rated, of.sheets);
  const sheetsBy = countSheets(proposals);
  const silence = whySilent(sheetsBy);
  if (silence) return silence;
  const model = severityOf(proposals);
  const corrected = correctedStandings(of.rules, proposals, model.corrected);
  const { bands, ...recalculation } = recalculate(of, proposals, corrected);
  const correctedPlaces = placesOf(corrected.standings);
  const places = placesOf(of.rated);
  return {
    lambda: SEVERITY_LAMBDA,
    residual: model.residual.toExponential(0),
    apartHundredths: agreementOf(proposals).apartHundredths,
    people: peopleOf(proposals).map((personId, index) => ({
      personId,
      sheets: sheetsBy.get(personId)!,
      shiftHundredths: hundredths(model.shifts[index]!),
    })),
    rows: proposals.map((proposal, index) => ({
      applicationId: proposal.applicationId,
      place: places.get(proposal.applicationId)!,
      correctedHundredths: hundredths(model.corrected[index]!),
      correctedPlace: correctedPlaces.get(proposal.applicationId) ?? null,
      ...bands.get(proposal.applicationId)!,
      spread: spreadOf(proposal),
    })),
    ...recalculation,
  };
}

/** The corrected means, then the rating without each person in turn: what they do to places and to the money. */
function recalculate({ rules, money, rated }: RatedCase, proposals: ProposalWithSheets[], corrected: Alternative) {
  const bands = new RankBands();
  bands.widen(rated);
  const legal = fundedOf(money, rated);
  const requests = new Map(rated.map(({ applicationId, requestedKop }) => [applicationId, requestedKop]));
  const changes: Change[] = [];
  const compare = ({ withoutPersonId, standings }: Alternative): void => {
    const asked = standings.map((one) => ({ ...one, requestedKop: requests.get(one.applicationId)! }));
    const other = fundedOf(money, asked);
    const enters = [...other].filter((id) => !legal.has(id));
    const leaves = [...legal].filter((id) => !other.has(id));
    if (enters.length + leaves.length > 0) changes.push({ withoutPersonId, enters, leaves });
  };
  compare(corrected);
  let recalculated = 1;
  for (const alternative of withoutEach(rules, proposals)) {
    bands.widen(alternative.standings);
    compare(alternative);
    recalculated += 1;
  }
  return { bands, changes, recalculated };
}

const placesOf = (standings: readonly Standing[]): Map<string, number | null> =>
  new Map(standings.map(({ applicationId, place }) => [applicationId, place]));

/** Never minus nought. */
const hundredths = (points: number): number => Math.round(points * 100) || 0;

/** Proposals that nobody might score have no mean to weigh. */
function inOrderOf(rated: RatedCase['rated'], sheets: readonly ProposalWithSheets[]): ProposalWithSheets[] {
  const byId = new Map(sheets.map((proposal) => [proposal.applicationId, proposal]));
  return rated.map(({ applicationId }) => byId.get(applicationId)!).filter((one) => one.sheets.length > 0);
}

/** How many sheets each person signed. */
function countSheets(proposals: readonly ProposalWithSheets[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sheets } of proposals)
    for (const { personId } of sheets) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return counts;
}

function whySilent(sheetsBy: ReadonlyMap<string, number>): Silence | null {
  if (sheetsBy.size < MIN_PEOPLE) return 'few-people';
  return [...sheetsBy.values()].some((count) => count < MIN_SHEETS) ? 'few-sheets' : null;
}

function fundedOf(money: RatedCase['money'], rated: RatedCase['rated']): Set<string> {
  const funded = allocate(money, rated).filter(({ outcome }) => outcome === 'funded');
  return new Set(funded.map(({ applicationId }) => applicationId));
}
