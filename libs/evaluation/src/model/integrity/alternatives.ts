import { rate, type RatingRules, type ScoredProposal, type SheetPoints } from '../rating.js';
import { severityModel, type Mark, type SeverityModel } from './severity.js';

/** A sheet with who signed it. */
export interface SignedSheet {
  personId: string;
  points: SheetPoints;
}

export interface ProposalWithSheets extends Omit<ScoredProposal, 'sheets'> {
  sheets: readonly SignedSheet[];
}

/** Place of a proposal; null below the passing score. */
export interface Standing {
  applicationId: string;
  place: number | null;
}

/** The rating as it would stand without the sheets of one person, or with the shifts of all taken away. */
export interface Alternative {
  /** Null: the corrected means of the additive model. */
  withoutPersonId: string | null;
  standings: Standing[];
}

/**
 * The rating anew without each person in turn, one at a time: hundreds of ratings need not lie in memory together. A
 * proposal that would lose its only sheet keeps it.
 */
export function* withoutEach(rules: RatingRules, proposals: readonly ProposalWithSheets[]): Generator<Alternative> {
  for (const withoutPersonId of peopleOf(proposals))
    yield {
      withoutPersonId,
      standings: rate(
        rules,
        proposals.map((proposal) => ({ ...proposal, sheets: pointsWithout(proposal.sheets, withoutPersonId) })),
      ),
    };
}

/** In a stable order. */
export function peopleOf(proposals: readonly ProposalWithSheets[]): string[] {
  return [...new Set(proposals.flatMap(({ sheets }) => sheets.map(({ personId }) => personId)))].sort();
}

function pointsWithout(sheets: readonly SignedSheet[], personId: string): SheetPoints[] {
  const rest = sheets.filter((sheet) => sheet.personId !== personId);
  return (rest.length > 0 ? rest : sheets).map(({ points }) => points);
}

/** The model over the sums of the sheets: people as `peopleOf` orders them, proposals as they were given. */
export function severityOf(proposals: readonly ProposalWithSheets[]): SeverityModel {
  const indexOf = new Map(peopleOf(proposals).map((personId, index) => [personId, index]));
  const marks = proposals.flatMap(({ sheets }, proposal) =>
    sheets.map(({ personId, points }): Mark => ({ proposal, person: indexOf.get(personId)!, points: sumOf(points) })),
  );
  return severityModel(marks, proposals.length, indexOf.size);
}

/** Places by the corrected means; equal ones stay in the order of the legal rating (`proposals` as it stands). */
export function correctedStandings(
  { passingHundredths }: RatingRules,
  proposals: readonly ProposalWithSheets[],
  corrected: ArrayLike<number>,
): Alternative {
  const order = proposals
    .map(({ applicationId }, index) => ({ applicationId, score: round(corrected[index]!), index }))
    .filter(({ score }) => !Number.isNaN(score))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  let place = 0;
  const standings = order.map(({ applicationId, score }) => ({
    applicationId,
    place: score >= passingHundredths ? (place += 1) : null,
  }));
  return { withoutPersonId: null, standings };
}

/** Hundredths: what is shown is what is compared. */
const round = (points: number): number => Math.round(points * 100);

export const sumOf = (points: SheetPoints): number => Object.values(points).reduce((sum, one) => sum + one, 0);
