import {
  agreementOf,
  correctedStandings,
  peopleOf,
  rankBands,
  severityOf,
  SEVERITY_LAMBDA,
  spreadOf,
  withoutEach,
  type Alternative,
  type ProposalWithSheets,
  type RatingRules,
  type Standing,
} from '#libs/evaluation';
import { allocate } from '../allocate.js';

/** Fewer people, or fewer sheets of one of them, and a shift cannot be told from an opinion: the check is silent. */
export const MIN_PEOPLE = 3;
export const MIN_SHEETS = 5;

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
  money: { potKop: number; capKop: number };
  /** Admitted proposals in the order of the legal rating. */
  rated: readonly (Standing & { requestedKop: number })[];
  sheets: readonly ProposalWithSheets[];
}

/** How firmly the result stands: shown beside the legal mean, it never changes a place (rule 46). */
export function weighResult({ rules, money, rated, sheets }: RatedCase): WeighedResult | Silence {
  const proposals = inOrderOf(rated, sheets);
  const silence = whySilent(proposals);
  if (silence) return silence;
  const model = severityOf(proposals);
  const corrected = correctedStandings(rules, proposals, model.corrected);
  const without = withoutEach(rules, proposals);
  const bands = rankBands(rated, without);
  const correctedPlaces = new Map(corrected.standings.map(({ applicationId, place }) => [applicationId, place]));
  const places = new Map(rated.map(({ applicationId, place }) => [applicationId, place]));
  return {
    lambda: SEVERITY_LAMBDA,
    residual: model.residual.toExponential(0),
    apartHundredths: agreementOf(proposals).apartHundredths,
    people: peopleOf(proposals).map((personId, index) => ({
      personId,
      sheets: sheetsOf(proposals, personId),
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
    recalculated: without.length + 1,
    changes: [corrected, ...without].flatMap((one) => changeBy(one, { money, rated })),
  };
}

/** Never minus nought. */
const hundredths = (points: number): number => Math.round(points * 100) || 0;

/** Proposals that nobody might score have no mean to weigh. */
function inOrderOf(rated: RatedCase['rated'], sheets: readonly ProposalWithSheets[]): ProposalWithSheets[] {
  const byId = new Map(sheets.map((proposal) => [proposal.applicationId, proposal]));
  return rated.map(({ applicationId }) => byId.get(applicationId)!).filter((one) => one.sheets.length > 0);
}

function whySilent(proposals: readonly ProposalWithSheets[]): Silence | null {
  const people = peopleOf(proposals);
  if (people.length < MIN_PEOPLE) return 'few-people';
  return people.some((personId) => sheetsOf(proposals, personId) < MIN_SHEETS) ? 'few-sheets' : null;
}

const sheetsOf = (proposals: readonly ProposalWithSheets[], personId: string): number =>
  proposals.filter(({ sheets }) => sheets.some((sheet) => sheet.personId === personId)).length;

/** Which proposals would get money instead of which; nothing when the list stays. */
function changeBy({ withoutPersonId, standings }: Alternative, { money, rated }: Pick<RatedCase, 'money' | 'rated'>) {
  const requests = new Map(rated.map(({ applicationId, requestedKop }) => [applicationId, requestedKop]));
  const asked = standings.map((one) => ({ ...one, requestedKop: requests.get(one.applicationId)! }));
  const legal = fundedOf(money, rated);
  const other = fundedOf(money, asked);
  const enters = [...other].filter((id) => !legal.has(id));
  const leaves = [...legal].filter((id) => !other.has(id));
  return enters.length + leaves.length > 0 ? [{ withoutPersonId, enters, leaves }] : [];
}

function fundedOf(money: RatedCase['money'], rated: RatedCase['rated']): Set<string> {
  const funded = allocate(money, rated).filter(({ outcome }) => outcome === 'funded');
  return new Set(funded.map(({ applicationId }) => applicationId));
}
