import { TIE_LOT } from '#libs/competitions';
import { compareFractions, type Fraction } from './fraction.js';

/** Points of one signed sheet, by the key of the criterion. Every signed sheet has every criterion (rule 40). */
export type SheetPoints = Readonly<Record<string, number>>;

export interface ScoredProposal {
  applicationId: string;
  /** Breaks what nothing else broke: two proposals never share it. */
  registerCode: string;
  submittedAt: Date;
  /** Signed sheets only; whoever recused has none, and so is out of the divisor (rule 44). */
  sheets: readonly SheetPoints[];
}

export interface RatingRules {
  criteria: readonly { key: string }[];
  /** Hundredths of a point; a mean equal to it is in (rule 45). */
  passingHundredths: number;
  /** `criterion:<key>`, `submitted-earlier`, or `lot` as the last one, in the order in which they are asked (rule 47). */
  tieOrder: readonly string[];
  /** What a draw gave the proposals, by register code; the lower one is better. Empty before the draw. */
  lot?: ReadonlyMap<string, string>;
}

/** What the announcement says about the rating. */
export const ratingRulesOf = (settings: {
  criteria: readonly { key: string }[];
  passingHundredths: number | null;
  tieOrder: readonly string[];
}): RatingRules => ({
  criteria: settings.criteria,
  passingHundredths: settings.passingHundredths ?? 0,
  tieOrder: settings.tieOrder,
});

export interface RatedProposal {
  applicationId: string;
  /** 1…n without gaps; null below the passing score. */
  place: number | null;
  /** The score is exactly pointsSum / sheetsCount (rule 44). */
  pointsSum: number;
  sheetsCount: number;
  isPassed: boolean;
  /** The step that told this proposal from the others with the same score; null when there were none. */
  tieStep: string | null;
  criteria: { key: string; sum: number; count: number }[];
}

const LAST_STEP = 'register-code';

/**
 * The rating: nobody edits a place, it follows from the sheets alone (rule 46).
 * Sum over criteria of the mean over the sheets = all points / number of sheets, since every sheet has every criterion.
 */
export function rate(rules: RatingRules, proposals: readonly ScoredProposal[]): RatedProposal[] {
  const groups = split(proposals.map(counted), byScore);
  const ordered = groups.flatMap((group) => untie(group, [...rules.tieOrder, LAST_STEP], rules.lot));
  let place = 0;
  return ordered.map(({ proposal, tieStep }) => {
    const { numerator: pointsSum, denominator: sheetsCount } = proposal.score;
    const isPassed = passes(proposal.score, rules.passingHundredths);
    return {
      applicationId: proposal.applicationId,
      place: isPassed ? (place += 1) : null,
      pointsSum,
      sheetsCount,
      isPassed,
      tieStep,
      criteria: rules.criteria.map(({ key }) => ({ key, sum: sumOf(proposal, key), count: sheetsCount })),
    };
  });
}

/** Whether a place of this proposal hangs on a draw, be it held or not: no announced step parted it from its equals. */
export const needsLot = (
  { tieOrder }: Pick<RatingRules, 'tieOrder'>,
  { isPassed, tieStep }: Pick<RatedProposal, 'isPassed' | 'tieStep'>,
): boolean => isPassed && tieOrder.includes(TIE_LOT) && (tieStep === TIE_LOT || tieStep === LAST_STEP);

/** Equal to the passing score is in (rule 45); a proposal that nobody may score is not. */
function passes(score: Fraction, passingHundredths: number): boolean {
  if (score.denominator === 0) return false;
  return compareFractions(score, { numerator: passingHundredths, denominator: 100 }) >= 0;
}

/** With its score, added up once: sorting asks for it again and again. */
interface Counted extends ScoredProposal {
  score: Fraction;
}

interface Placed {
  proposal: Counted;
  tieStep: string | null;
}

/** Proposals with the same score, asked step by step until each stands alone; the step is noted (rule 47). */
function untie(
  group: readonly Counted[],
  steps: readonly string[],
  lot: RatingRules['lot'],
  asked: string | null = null,
): Placed[] {
  if (group.length === 1) return [{ proposal: group[0]!, tieStep: asked }];
  const [step, ...rest] = steps;
  if (step === undefined) throw new RangeError('two proposals with one register code');
  return split(group, orderOf(step, lot)).flatMap((part) => untie(part, rest, lot, step));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Order = (a: Counted, b: Counted) => number;

function orderOf(step: string, lot: RatingRules['lot']): Order {
  if (step === 'submitted-earlier') return (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime();
  if (step === LAST_STEP) return (a, b) => compareText(a.registerCode, b.registerCode);
  // Before the draw nobody has a rank, and the step parts nobody.
  if (step === TIE_LOT) return (a, b) => compareText(lot?.get(a.registerCode) ?? '', lot?.get(b.registerCode) ?? '');
  const key = /^criterion:(.+)$/.exec(step)?.[1];
  if (key === undefined) throw new RangeError(`unknown step of the tie order: ${step}`);
  return (a, b) => compareFractions(criterionMean(b, key), criterionMean(a, key));
}

/** What nobody may score stands after everything that was scored, be it with zero. */
const byScore: Order = (a, b) =>
  Number(a.sheets.length === 0) - Number(b.sheets.length === 0) || compareFractions(b.score, a.score);

/** Sorts, and puts equal ones into one group. */
function split(proposals: readonly Counted[], order: Order): Counted[][] {
  const groups: Counted[][] = [];
  for (const proposal of [...proposals].sort(order)) {
    const last = groups.at(-1);
    if (last && order(last[0]!, proposal) === 0) last.push(proposal);
    else groups.push([proposal]);
  }
  return groups;
}

function counted(proposal: ScoredProposal): Counted {
  let numerator = 0;
  for (const sheet of proposal.sheets) for (const points of Object.values(sheet)) numerator += points;
  return { ...proposal, score: { numerator, denominator: proposal.sheets.length } };
}

const criterionMean = (proposal: ScoredProposal, key: string): Fraction => ({
  numerator: sumOf(proposal, key),
  denominator: proposal.sheets.length,
});

const sumOf = (proposal: ScoredProposal, key: string): number =>
  proposal.sheets.reduce((sum, sheet) => sum + (sheet[key] ?? 0), 0);
