import type { Share } from '#libs/terms';
import type { Ballot, ItemResult, Procedure } from './session.js';

export interface Count {
  for: number;
  against: number;
  abstained: number;
  recused: number;
  result: ItemResult;
}

/** The smallest number of people that is the share of `total`: «більше половини» of 9 is 5, of 8 is 5. */
export function peopleNeeded(share: Share, total: number): number {
  const exact = total * share.numerator;
  const least = Math.ceil(exact / share.denominator);
  return share.rule === 'more-than' && exact % share.denominator === 0 ? least + 1 : least;
}

export interface Assembly {
  membersTotal: number;
  presentIds: readonly string[];
  /** Null when nobody chairs or the chair is absent. */
  chairId: string | null;
}

/**
 * Counts one item. Those who recused themselves have no vote (rule 32) and do not count towards the quorum (rule 34);
 * without the quorum the vote is recorded as not valid (rule 30).
 */
export function countVotes(procedure: Procedure, assembly: Assembly, ballots: readonly Ballot[]): Count {
  const of = (vote: Ballot['vote']) => ballots.filter((ballot) => ballot.vote === vote);
  const count = {
    for: of('for').length,
    against: of('against').length,
    abstained: of('abstained').length,
    recused: of('recused').length,
  };
  return { ...count, result: decide(procedure, assembly, count, of('for')) };
}

function decide(
  procedure: Procedure,
  assembly: Assembly,
  count: Omit<Count, 'result'>,
  inFavour: Ballot[],
): ItemResult {
  const voters = assembly.presentIds.length - count.recused;
  if (voters < peopleNeeded(procedure.quorum, assembly.membersTotal)) return 'no-quorum';
  const base = procedure.majority.of === 'all' ? assembly.membersTotal : voters;
  if (count.for >= peopleNeeded(procedure.majority, base)) return 'adopted';
  const tied = count.for === count.against && count.for > 0;
  const chairIsFor = inFavour.some((ballot) => ballot.personId === assembly.chairId);
  return procedure.chairBreaksTie && tied && chairIsFor ? 'adopted' : 'rejected';
}
