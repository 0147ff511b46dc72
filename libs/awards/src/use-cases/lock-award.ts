import { lockApplication, type ApplicationRow } from '#libs/applications';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { awardOf, type AwardWithTerm } from '../queries/offers.js';

export interface LockedAward {
  award: AwardWithTerm;
  application: ApplicationRow;
  competition: CompetitionRow;
}

/** Competition, proposal, award: in this order, as everywhere. @throws NotFound */
export async function lockAward(tx: Tx, applicationId: string): Promise<LockedAward> {
  const known = await awardOf(tx, applicationId);
  if (!known) throw new NotFound();
  const competition = await lockCompetition(tx, known.competitionId);
  const application = await lockApplication(tx, applicationId);
  const award = (await awardOf(tx, applicationId, 'for update'))!;
  return { award, application, competition };
}
