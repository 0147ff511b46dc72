import type { Reader } from '#libs/platform/database';
import { directorAwards, type CompetitionRow } from '#libs/competitions';
import { layAllocation, type Allocation } from '../model/allocation.js';
import { commissionAdvice } from './commission-advice.js';
import { ratedProposals } from './rated-proposals.js';

/** The pot of a competition laid over its rating. Who may see it before the order is the caller's policy. */
export async function readAllocation(
  reader: Reader,
  { id, potKop, capKop }: Pick<CompetitionRow, 'id' | 'potKop' | 'capKop'>,
): Promise<Allocation> {
  return layAllocation({ potKop: potKop!, capKop: capKop ?? potKop! }, await ratedProposals(reader, id));
}

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
