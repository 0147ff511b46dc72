import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';

/** The competition, locked, for someone who prepares its admission: one act after another. */
export async function lockForAdmission(tx: Tx, competitionId: string): Promise<CompetitionRow> {
  const competition = await lockCompetition(tx, competitionId);
  demand(admissionPolicy, 'prepare', tx.actor, competition);
  if (competition.state !== 'admission') throw new Conflict('applications.not-in-admission');
  return competition;
}
