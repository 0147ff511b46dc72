import { pointsText } from '#libs/evaluation';
import { isGiven } from '../model/award-change.js';
import { outcomeNow, type OutcomeNow } from '../model/outcome-now.js';
import type { RatedProposal } from '../model/allocation.js';
import type { Results } from '../queries/public-results.js';

/** One proposal as open data: money in hryvnias with a decimal point, score in points. */
export interface ResultLine {
  outcome: OutcomeNow | 'not-admitted';
  place: number | null;
  organisation: string;
  edrpou: string;
  settlement: string;
  title: string;
  registerCode: string;
  score: string | null;
  requested: string | null;
  awarded: string | null;
  reason: string | null;
}

export interface ResultsData {
  competition: { code: string; title: string; budgetYear: number };
  organiser: { name: string; edrpou: string };
  order: { number: string; signedOn: string };
  currency: 'UAH';
  pot: string;
  awarded: string;
  undistributed: string;
  passingScore: string;
  maxScore: number;
  proposals: ResultLine[];
}

/** The published results as data: the same as on the page. */
export function resultsData(results: Results): ResultsData {
  const { competition, organiser, order, awardedKop } = results;
  return {
    competition: { code: competition.code!, title: competition.title, budgetYear: competition.budgetYear! },
    organiser,
    order: { number: order.number, signedOn: order.signedOn },
    currency: 'UAH',
    pot: hryvnias(competition.potKop!),
    awarded: hryvnias(awardedKop),
    undistributed: hryvnias(competition.potKop! - awardedKop),
    passingScore: pointsText({ numerator: competition.passingHundredths ?? 0, denominator: 100 }, 'en'),
    maxScore: results.maxPoints,
    proposals: resultLines(results),
  };
}

export function resultLines({ rating, refused }: Results): ResultLine[] {
  return [
    ...rating.map(ratedLine),
    ...refused.map(({ organisationName, ...row }): ResultLine => ({
      ...row,
      outcome: 'not-admitted',
      organisation: organisationName,
      place: null,
      score: null,
      requested: null,
      awarded: null,
    })),
  ];
}

function ratedLine(row: RatedProposal): ResultLine {
  return {
    outcome: outcomeNow(row),
    place: row.place,
    organisation: row.organisationName,
    edrpou: row.edrpou,
    settlement: row.settlement,
    title: row.title,
    registerCode: row.registerCode,
    score: pointsText(row.score, 'en'),
    requested: hryvnias(row.requestedKop),
    awarded: hryvnias(givenKop(row)),
    reason: row.isPassedOver ? 'passed-over' : row.adopted!.reason,
  };
}

/** What it gets as things stand; nothing of a refused award. */
const givenKop = ({ award }: RatedProposal): number => (award && isGiven(award.state) ? award.amountKop : 0);

const hryvnias = (kop: number): string => `${Math.floor(kop / 100)}.${String(kop % 100).padStart(2, '0')}`;
