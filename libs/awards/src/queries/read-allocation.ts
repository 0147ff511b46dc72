import type { Reader } from '#libs/platform/database';
import { directorAwards, type CompetitionRow } from '#libs/competitions';
import type { PotRules } from '../model/allocate.js';
import { layAllocation, type Allocation } from '../model/allocation.js';
import { partialConsentDays } from '../model/partial-award.js';
import { laid } from '../model/scenario/scenario.js';
import { candidatesOf, chosenWay } from './chosen-way.js';
import { commissionAdvice } from './commission-advice.js';
import { ratedProposals } from './rated-proposals.js';

/** The pot of a competition laid over its rating. Who may see it before the order is the caller's policy. */
export async function readAllocation(
  reader: Reader,
  competition: Pick<CompetitionRow, 'id' | 'potKop' | 'capKop' | 'ruleSet'>,
): Promise<Allocation> {
  const [money, rated] = [potRulesOf(competition), await ratedProposals(reader, competition.id)];
  const chosen = await chosenWay(reader, competition.id);
  if (!chosen) return layAllocation(money, rated);
  return layAllocation(money, rated, laid(chosen, money, await candidatesOf(reader, competition, rated)));
}

/** The money of a competition, and what its frozen rules allow to do with it. */
export const potRulesOf = (competition: Pick<CompetitionRow, 'potKop' | 'capKop' | 'ruleSet'>): PotRules => ({
  potKop: competition.potKop!,
  capKop: competition.capKop ?? competition.potKop!,
  isPartialAllowed: partialConsentDays(competition) !== null,
});

/** What the commission has neither decided nor, where the director distributes the money, advised on. */
export async function withoutVote(
  reader: Reader,
  competition: CompetitionRow,
  { rows }: Allocation,
): Promise<Allocation['rows']> {
  const undecided = rows.filter((row) => row.adopted === null);
  if (!directorAwards(competition)) return undecided;
  const { byProposal } = await commissionAdvice(reader, competition.id);
  return undecided.filter(({ applicationId }) => !byProposal.has(applicationId));
}
