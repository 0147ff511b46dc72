import type { Reader } from '#libs/platform/database';
import type { CompetitionRow } from '#libs/competitions';
import { layAllocation, type Allocation } from '../model/allocation.js';
import { ratedProposals } from './rated-proposals.js';

/** The pot of a competition laid over its rating. Who may see it before the order is the caller's policy. */
export async function readAllocation(
  reader: Reader,
  { id, potKop, capKop }: Pick<CompetitionRow, 'id' | 'potKop' | 'capKop'>,
): Promise<Allocation> {
  return layAllocation({ potKop: potKop!, capKop: capKop ?? potKop! }, await ratedProposals(reader, id));
}
